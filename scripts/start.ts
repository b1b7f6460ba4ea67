import { servi } from './portale';

/** `npm start` */
export const esegui = () => servi('start');

import { servi } from './portale';

/** `npm run dev` */
export const esegui = () => servi('dev');

import { variabiliServer } from '@/scripts/ambiente';
import { databaseDiProva, prova } from './database';

// Before each file of integration tests: the code under test finds the same variables it has in the web server.
const { url } = await databaseDiProva();
Object.assign(process.env, variabiliServer({ modo: 'incorporato', demo: true, url, segreto: prova().segreto }, 'http://localhost:3000'));

import { deflateRawSync } from 'node:zlib';

/** Un archivio ZIP con queste voci, scritto byte per byte: anche quelli che un foglio di calcolo non scriverebbe. */
function zip(voci: Record<string, string | Buffer>): Uint8Array {
  const [locali, centrali]: [Buffer[], Buffer[]] = [[], []];
  let posto = 0;
  for (const [nome, testo] of Object.entries(voci)) {
    const dati = typeof testo === 'string' ? deflateRawSync(testo) : testo;
    const chiave = Buffer.from(nome);
    const locale = Buffer.alloc(30);
    locale.writeUInt32LE(0x04034b50, 0);
    locale.writeUInt16LE(8, 8);
    locale.writeUInt16LE(chiave.length, 26);
    const centrale = Buffer.alloc(46);
    centrale.writeUInt32LE(0x02014b50, 0);
    centrale.writeUInt16LE(8, 10);
    centrale.writeUInt32LE(dati.length, 20);
    centrale.writeUInt16LE(chiave.length, 28);
    centrale.writeUInt32LE(posto, 42);
    locali.push(locale, chiave, dati);
    centrali.push(centrale, chiave);
    posto += 30 + chiave.length + dati.length;
  }
  const indice = Buffer.concat(centrali);
  const fine = Buffer.alloc(22);
  fine.writeUInt32LE(0x06054b50, 0);
  fine.writeUInt16LE(Object.keys(voci).length, 10);
  fine.writeUInt32LE(indice.length, 12);
  fine.writeUInt32LE(posto, 16);
  return new Uint8Array(Buffer.concat([...locali, indice, fine]));
}

/** Una cartella di lavoro con il solo foglio «Persone», scritto a mano. */
export const libro = (foglio: string | Buffer, altre: Record<string, string> = {}) =>
  zip({
    'xl/workbook.xml': '<workbook><sheets><sheet name="Persone" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': foglio,
    ...altre,
  });

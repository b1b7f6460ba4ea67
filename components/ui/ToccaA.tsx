/** Chi ha la pratica in mano: punto pieno se sei tu (o il tuo ufficio), anello se sono altri. */
export const ToccaA = ({ chi, tu = false }: { chi: string; tu?: boolean }) => (
  <span className={tu ? 'hand hand--me' : 'hand'}>
    {chi}
    {tu && <span className="sr"> (tocca a te)</span>}
  </span>
);

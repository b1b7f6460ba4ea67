/** Un rettangolo geografico in gradi. */
export type Riquadro = { ovest: number; est: number; sud: number; nord: number };

export type Punto = { x: number; y: number };

export type Proiezione = { larghezza: number; altezza: number; punto: (lon: number, lat: number) => Punto };

const mercatore = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));

/** Proiezione di Mercatore adattata a un riquadro: lineare in longitudine, larga `larghezza` unità del disegno. */
export function proietta({ ovest, est, sud, nord }: Riquadro, larghezza: number): Proiezione {
  const perRadiante = larghezza / (((est - ovest) * Math.PI) / 180);
  const cima = mercatore(nord);
  return {
    larghezza,
    altezza: (cima - mercatore(sud)) * perRadiante,
    punto: (lon, lat) => ({ x: (((lon - ovest) * Math.PI) / 180) * perRadiante, y: (cima - mercatore(lat)) * perRadiante }),
  };
}

/** I punti di un tracciato SVG fatto di un solo `m` relativo chiuso da `z`, come quelli delle regioni. Lancia se la forma è un'altra. */
export function puntiDelTracciato(tracciato: string): Punto[] {
  const corpo = /^m ([-\d., e]+) z$/.exec(tracciato)?.[1];
  if (!corpo) throw new Error('Tracciato non riconosciuto: atteso un solo contorno «m … z».');
  let x = 0;
  let y = 0;
  return corpo.split(' ').map((coppia) => {
    const [dx, dy] = coppia.split(',').map(Number);
    x += dx ?? Number.NaN;
    y += dy ?? Number.NaN;
    return { x, y };
  });
}

/** Ridisegna un contorno dentro `0..larghezza × 0..altezza`, togliendo i punti più vicini di `passo`: stessa forma, meno byte. */
export function adatta(punti: Punto[], larghezza: number, altezza: number, passo: number): string {
  const xs = punti.map(({ x }) => x);
  const ys = punti.map(({ y }) => y);
  const [minX, minY] = [Math.min(...xs), Math.min(...ys)];
  const scalaX = larghezza / (Math.max(...xs) - minX);
  const scalaY = altezza / (Math.max(...ys) - minY);
  const tenuti: string[] = [];
  let ultimo: Punto = { x: Number.NEGATIVE_INFINITY, y: 0 };
  for (const { x, y } of punti) {
    const qui = { x: (x - minX) * scalaX, y: (y - minY) * scalaY };
    if (Math.hypot(qui.x - ultimo.x, qui.y - ultimo.y) < passo) continue;
    tenuti.push(`${Math.round(qui.x * 2) / 2} ${Math.round(qui.y * 2) / 2}`);
    ultimo = qui;
  }
  return `M${tenuti.join('L')}Z`;
}

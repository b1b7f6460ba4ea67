const BROWSER: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SISTEMI: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

const primo = (voci: [RegExp, string][], testo: string, altrimenti: string): string =>
  voci.find(([cerca]) => cerca.test(testo))?.[1] ?? altrimenti;

/** «Firefox su Windows»: basta perché una persona riconosca le sue sessioni, e non dice altro di lei. */
export const descriviDispositivo = (userAgent: string | null): string =>
  `${primo(BROWSER, userAgent ?? '', 'Browser sconosciuto')} su ${primo(SISTEMI, userAgent ?? '', 'sistema sconosciuto')}`;

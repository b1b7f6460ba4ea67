/** I tipi che @svg-maps/italy cita senza distribuirli. */
declare module 'svg-maps__common' {
  export type Map = { label: string; viewBox: string; locations: { name: string; id: string; path: string }[] };
}

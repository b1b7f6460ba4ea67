declare module 'autocannon' {
  type Esito = { requests: { average: number }; latency: { p97_5: number; p50: number }; non2xx: number; errors: number };
  type Richiesta = { path?: string };
  type Opzioni = {
    url: string;
    connections: number;
    duration: number;
    headers?: Record<string, string>;
    requests?: { setupRequest: (richiesta: Richiesta) => Richiesta }[];
  };
  type Corsa = Promise<Esito> & {
    on(evento: 'response', ascolta: (cliente: unknown, stato: number, byte: number, ms: number) => void): Corsa;
  };
  export default function autocannon(opzioni: Opzioni): Corsa;
}

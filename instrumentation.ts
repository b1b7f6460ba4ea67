/** Runs once when the server starts. The work is in another file because this one is compiled for the edge runtime too. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { controllaAvvio } = await import('./instrumentationNode');
    await controllaAvvio();
  }
}

// Loaded before every program the commands start. The command holds the other end of our standard input and never writes there: when it dies,
// even by `kill -9`, the input ends, and this program goes with all it started (it leads its own group), so that ports and locks are free again.
if (process.ppid === Number(process.env.CANTIERE_PADRE)) {
  process.stdin.on('end', () => {
    setTimeout(() => process.exit(1), 5000).unref();
    process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGTERM');
  });
  process.stdin.resume();
  process.stdin.unref?.();
}

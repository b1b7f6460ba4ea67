// Loaded before the web server. The command that started it holds the other end of our standard input and never writes there:
// when that command dies, even by `kill -9`, the input ends and so do we, and the port is free again.
process.stdin.on('end', () => {
  setTimeout(() => process.exit(1), 5000).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.stdin.resume();
process.stdin.unref?.();

/** Tells the bench which port a server of its own listens on, and ends with the bench. */
export function announce(address: unknown): void {
  const port = typeof address === 'object' && address && 'port' in address ? address.port : null;
  process.send?.({ port });
  process.on('disconnect', () => process.exit(0));
}

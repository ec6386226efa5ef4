/** The connection string of an engine on a port; callers put the database name before the question mark. */
export function uriOf(port: number): string {
  return `mongodb://127.0.0.1:${port}/?replicaSet=rs0`;
}

/** Who comes after the one that goes; before it, when it was the last; nobody, when it was alone. */
export function neighbourOf(items: readonly { id: string }[], id: string): string | undefined {
  const at = items.findIndex(item => item.id === id);
  return (items[at + 1] ?? items[at - 1])?.id;
}

/** What a command prints: lines that stay, and one under way that the next one replaces. */
export interface Terminal {
  say(line: string): void;
  /** How far the work is: one line in place at a terminal; into a file or a pipe nothing. */
  progress(line: string): void;
  /** Takes the line under way off the screen. */
  clear(): void;
}

interface Stream {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const ERASE_LINE = '\r\u001b[2K';
const WIDTH = 80;

export function createTerminal(stream: Stream): Terminal {
  let isUnderWay = false;
  const clear = () => {
    if (isUnderWay) stream.write(ERASE_LINE);
    isUnderWay = false;
  };
  return {
    clear,
    say: line => {
      clear();
      stream.write(`${line}\n`);
    },
    progress: line => {
      if (!stream.isTTY) return;
      // A line that wraps could not be taken back.
      stream.write(ERASE_LINE + line.slice(0, (stream.columns ?? WIDTH) - 1));
      isUnderWay = true;
    },
  };
}

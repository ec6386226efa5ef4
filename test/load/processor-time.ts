import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

let ticksASecond: number | undefined;

/** Seconds of processor that a process has used so far, all its threads; null where the system does not say. */
export function processorSeconds(pid: number): number | null {
  try {
    ticksASecond ??= Number(execFileSync('getconf', ['CLK_TCK']).toString());
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold spaces: state is field 3, utime 14, stime 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksASecond;
  } catch {
    return null;
  }
}

import { readFile } from 'node:fs/promises';

/** A page or feed of an older site says its own encoding, in its head: <meta charset=…>, <?xml … encoding="…"?>. */
const DECLARED = /<(?:\?xml|meta)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i;
const HEAD_BYTES = 2_048;
/** What Chinese offices wrote in before UTF-8; GB 18030 reads all of them. */
const CHINESE = /^(gb2312|gbk|gb_?18030|x-gbk)$/i;

/** The text of `file` is in no encoding that we can be sure of: guessed wrong, it would be published as garbage. */
export class UnknownEncoding extends Error {
  constructor() {
    super('文字的编码认不出来，请另存为 UTF-8 再导入');
  }
}

/**
 * A text file: UTF-8 with or without its mark, or GBK where the file says so itself.
 * @throws UnknownEncoding with a sentence that says what to do
 */
export async function readText(file: string): Promise<string> {
  const bytes = await readFile(file);
  const declared = DECLARED.exec(bytes.subarray(0, HEAD_BYTES).toString('latin1'))?.[1] ?? '';
  for (const encoding of CHINESE.test(declared) ? ['gb18030', 'utf-8'] : ['utf-8']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Another one, or none.
    }
  }
  throw new UnknownEncoding();
}

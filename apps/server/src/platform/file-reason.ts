const REASONS: Record<string, string> = {
  ENOENT: '没有这个文件或者文件夹',
  EISDIR: '这是一个文件夹',
  ENOTDIR: '路径中间有一段不是文件夹',
  EEXIST: '已经有同名的文件',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '那里只能读，不能写',
  ENOSPC: '磁盘满了',
  ENAMETOOLONG: '名字太长',
};

/** Why a file could not be read or written, for the person at the terminal. */
export function fileReason(error: unknown): string {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return REASONS[code] ?? (message || code);
}

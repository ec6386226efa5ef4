/**
 * The pages of the workbench, each loaded once, so that none of them is missing in a stairwell. On the H5 each is a file of its own that
 * is fetched when it is first opened; in WeChat a subpackage comes whole, with this file.
 */
export async function loadPages(): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    const pages = require.context('.', true, /\/index\.tsx$/, 'lazy');
    await Promise.all(pages.keys().map(name => pages(name) as Promise<unknown>));
  }
}

/** @jest-environment jsdom */
import type { Block } from '@bandeng/contracts/schemas';
import { wordingFinder } from '@bandeng/rules';
import { Editor } from '@tiptap/core';
import { NodeSelection, type Command } from '@tiptap/pm/state';
import { blocksOf, documentOf, type DocumentNode } from '../../lib/blocks/document';
import { cleanHtml } from '../../lib/paste/clean-html';
import { Annotated, findsOf, maskFind, maskInName, withFaults } from './annotations';
import { insertAll, insertAndGoOn } from './insert';
import { Keys } from './keys';
import { mediaNodes } from './media-nodes';
import { textNodes } from './nodes';
import { insertTable } from './table-commands';
import { setTextKind, textKindOf } from './text-kind';
import { putWord, withWording, wordIn, Worded } from './wording';

const p = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });
const bullets = (...items: string[]): Block => ({ type: 'list', ordered: false, items });

let editor: Editor;
afterEach(() => editor.destroy());
function edit(...blocks: Block[]): Editor {
  editor = new Editor({
    element: document.createElement('div'),
    injectCSS: false,
    extensions: [...textNodes, ...mediaNodes({ addressOf: () => Promise.resolve(null) }), Keys, Annotated, Worded],
    content: documentOf(blocks),
    editorProps: { transformPastedHTML: html => cleanHtml(html).html },
  });
  return editor;
}
const written = () => blocksOf(editor.state.doc.toJSON() as DocumentNode);
const run = (command: Command) => command(editor.state, editor.view.dispatch);
/** Selects from the first place of a word to the end of another. */
function select(from: string, to = from): void {
  const places: Record<string, number> = {};
  editor.state.doc.descendants((node, pos) => void (node.text && (places[node.text] = pos)));
  editor.commands.setTextSelection({ from: places[from]!, to: places[to]! + to.length });
}
/** jsdom has no events of the clipboard. */
const paste = (html: string) => editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent);
const press = (key: string, init: KeyboardEventInit = {}) =>
  editor.view.someProp('handleKeyDown', handle => handle(editor.view, new KeyboardEvent('keydown', { key, ...init })));

describe('kinds of text', () => {
  test('paragraphs -> a list; one item of it -> a heading between two lists; the same kind again -> a paragraph', () => {
    edit(p('甲'), p('乙'), p('丙'));
    select('甲', '丙');
    run(setTextKind('bullets'));
    expect(written()).toEqual([bullets('甲', '乙', '丙')]);
    select('乙');
    run(setTextKind('heading2'));
    expect(written()).toEqual([bullets('甲'), { type: 'heading', level: 2, text: '乙' }, bullets('丙')]);
    expect(textKindOf(editor.state)).toBe('heading2');
    run(setTextKind('heading2'));
    expect(written()).toEqual([bullets('甲'), p('乙'), bullets('丙')]);
  });

  test('a strong paragraph with a link -> a heading without marks, the cursor stays in its word', () => {
    edit({
      type: 'paragraph',
      children: [{ text: '见' }, { text: '附件', href: 'https://example.org', strong: true }],
    });
    select('附件');
    run(setTextKind('heading3'));
    expect(written()).toEqual([{ type: 'heading', level: 3, text: '见附件' }]);
    const { from, to } = editor.state.selection;
    expect(editor.state.doc.textBetween(from, to)).toBe('附件');
  });

  test('over a table -> not done', () => {
    edit(p('甲'), { type: 'table', head: ['乙'], rows: [['丙']] });
    select('甲', '丙');
    expect(setTextKind('quote')(editor.state)).toBe(false);
  });
});

describe('keys', () => {
  test('Enter in an item: with words -> the next item; empty -> out of the list', () => {
    edit(bullets('甲'));
    editor.commands.setTextSelection(editor.state.doc.content.size - 2);
    press('Enter');
    editor.commands.insertContent('乙');
    expect(written()).toEqual([bullets('甲', '乙')]);
    press('Enter');
    press('Enter');
    editor.commands.insertContent('丙');
    expect(written()).toEqual([bullets('甲', '乙'), p('丙')]);
  });

  test('Enter at the end of a heading -> a paragraph; Backspace at its beginning -> a paragraph', () => {
    edit({ type: 'heading', level: 2, text: '甲' });
    editor.commands.setTextSelection(2);
    press('Enter');
    editor.commands.insertContent('乙');
    expect(written()).toEqual([{ type: 'heading', level: 2, text: '甲' }, p('乙')]);
    editor.commands.setTextSelection(1);
    press('Backspace');
    expect(written()).toEqual([p('甲'), p('乙')]);
  });

  test('in a table: Enter -> a line in the cell, Tab -> the next cell, after the last one Tab is free, Ctrl+Enter -> a row', () => {
    edit();
    run(insertTable);
    editor.commands.insertContent('一');
    press('Enter');
    editor.commands.insertContent('二');
    press('Tab');
    editor.commands.insertContent('三');
    press('Enter', { ctrlKey: true });
    const [table] = written();
    expect(table).toMatchObject({
      type: 'table',
      head: ['一\n二', '三', ''],
      rows: [
        ['', '', ''],
        ['', '', ''],
        ['', '', ''],
      ],
    });
    editor.commands.setTextSelection(editor.state.doc.child(0).nodeSize - 4);
    expect(press('Tab')).toBeFalsy();
  });
});

describe('pasting and inserting', () => {
  test('a phrase of Word into a paragraph -> goes on in it; into a heading -> words only', () => {
    edit(p('甲乙'), { type: 'heading', level: 2, text: '丙' });
    editor.commands.setTextSelection(2);
    paste("<p class=MsoNormal><b><span style='color:red'>子<o:p></o:p></span></b></p>");
    editor.commands.setTextSelection(editor.state.doc.content.size - 1);
    paste('<p class=MsoNormal><b>丑</b></p>');
    expect(written()).toEqual([
      { type: 'paragraph', children: [{ text: '甲' }, { text: '子', strong: true }, { text: '乙' }] },
      { type: 'heading', level: 2, text: '丙丑' },
    ]);
  });

  test('a table of Word -> a table', () => {
    edit(p('甲'));
    editor.commands.setTextSelection(2);
    paste(
      '<table class=MsoTableGrid><tr><td><p>名</p></td><td><p>数</p></td></tr><tr><td>子</td><td>1</td></tr></table>',
    );
    expect(written()).toEqual([p('甲'), { type: 'table', head: ['名', '数'], rows: [['子', '1']] }]);
  });

  test('a picture at the end -> a paragraph to go on in stands behind it', () => {
    edit(p('甲'));
    const image = editor.state.schema.nodes['image']!.create({ fileId: 'f1', alt: '门口' });
    editor.view.dispatch(insertAndGoOn(editor.state, image));
    editor.commands.insertContent('乙');
    expect(written()).toEqual([p('甲'), { type: 'image', fileId: 'f1', alt: '门口' }, p('乙')]);
    editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, 3)));
    expect(textKindOf(editor.state)).toBeUndefined();
  });
});

describe('what is shown at its place', () => {
  const phone = '19900000001';

  test('a number in a paragraph, an item and a cell -> each is found and masked where it stands', () => {
    edit(p(`电话${phone}。`), bullets('甲', phone), { type: 'table', head: ['姓名', '电话'], rows: [['王*', phone]] });
    expect(findsOf(editor.state.doc).map(({ node, text }) => [node, text])).toEqual([
      [0, phone],
      [1, phone],
      [2, phone],
    ]);
    for (let [find] = findsOf(editor.state.doc); find; [find] = findsOf(editor.state.doc))
      editor.view.dispatch(maskFind(editor.state, find));
    expect(written()).toEqual([
      p('电话199****0001。'),
      bullets('甲', '199****0001'),
      { type: 'table', head: ['姓名', '电话'], rows: [['王*', '199****0001']] },
    ]);
  });

  test('the button beside a number -> masks it', () => {
    edit(p(`电话${phone}。`));
    const button = editor.view.dom.querySelector<HTMLButtonElement>('.mask-here');
    expect(button?.getAttribute('aria-label')).toBe('遮住 199****0001');
    button?.click();
    expect(written()).toEqual([p('电话199****0001。')]);
    expect(editor.view.dom.querySelector('.mask-here')).toBeNull();
  });

  test('one digit in a cell -> the whole number is masked, a sign in each cell', () => {
    edit({ type: 'table', head: [], rows: [[...phone]] });
    const [find] = findsOf(editor.state.doc);
    editor.view.dispatch(maskFind(editor.state, find!));
    expect(written()).toEqual([{ type: 'table', head: [], rows: [[...'199****0001']] }]);
  });

  test('a number in what a picture shows -> masked there', () => {
    edit({ type: 'image', fileId: 'f1', alt: `拨打${phone}` });
    const masking = maskInName(editor.state, 0, { text: phone, masked: '199****0001' });
    editor.view.dispatch(masking!);
    expect(written()).toEqual([{ type: 'image', fileId: 'f1', alt: '拨打199****0001' }]);
  });

  test('a fault of a block -> said under it, and no step to undo', () => {
    edit(p('甲'), p('乙'));
    editor.view.dispatch(withFaults(editor.state, new Map([[1, ['最多 500 字']]])));
    const [, second] = editor.view.dom.querySelectorAll('p:not(.block-fault)');
    expect(second?.nextElementSibling?.textContent).toBe('最多 500 字');
    expect(written()).toEqual([p('甲'), p('乙')]);
  });
});

describe('words of the dictionary', () => {
  const find = wordingFinder([
    { wrong: '按装', right: '安装', reason: '错别字' },
    { wrong: '零风险', reason: '绝对的话' },
  ]);
  const buttons = () => [...editor.view.dom.querySelectorAll<HTMLElement>('.word-here')];

  test('found in paragraphs, items and cells; one button each where there is a right one; pressed -> put, marks stay', () => {
    const table: Block = { type: 'table', head: ['事'], rows: [['按装扶手']] };
    const marked: Block = { type: 'paragraph', children: [{ text: '统一' }, { text: '按装', strong: true }] };
    edit(marked, bullets('零风险', '按装门铃'), table);
    editor.view.dispatch(withWording(editor.state, find));
    expect(editor.view.dom.querySelectorAll('.unfit-word')).toHaveLength(4);
    expect(buttons().map(button => button.textContent)).toEqual(['改成“安装”', '改成“安装”', '改成“安装”']);
    buttons()[0]!.click();
    expect(written()[0]).toEqual({ type: 'paragraph', children: [{ text: '统一' }, { text: '安装', strong: true }] });
    expect(wordIn(editor.state, 0, '按装')).toBeUndefined();
    editor.view.dispatch(putWord(editor.state, wordIn(editor.state, 2, '按装')!));
    expect(written()[2]).toEqual({ ...table, rows: [['安装扶手']] });
    buttons()[0]!.click();
    expect([written()[1], buttons()]).toEqual([bullets('零风险', '安装门铃'), []]);
  });
});

describe('many blocks at once', () => {
  const nodes = (...blocks: Block[]) => documentOf(blocks).content!.map(node => editor.schema.nodeFromJSON(node));
  const brought: Block[] = [{ type: 'heading', level: 2, text: '第一条' }, p('每台补助二十万元')];

  test('where the cursor is -> after that block; in an empty paragraph -> in its place; replacing -> instead of everything', () => {
    edit(p('甲'), p('乙'));
    select('甲');
    editor.view.dispatch(insertAll(editor.state, nodes(...brought), false));
    expect(written()).toEqual([p('甲'), ...brought, p('乙')]);
    editor.view.dispatch(insertAll(editor.state, nodes(...brought), true));
    expect(written()).toEqual(brought);
    // What follows stands behind them, where the cursor is.
    editor.commands.insertContent('后面');
    expect(written()).toEqual([...brought, p('后面')]);
    editor.destroy();
    edit();
    editor.view.dispatch(insertAll(editor.state, nodes(...brought), false));
    expect(written()).toEqual(brought);
  });
});

import { sayDate } from '@bandeng/rules';
import { Button, Modal, QRCode, Segmented } from 'antd';
import { useState } from 'react';
import { publicNotice } from '../../../lib/public-page';
import { useUnits } from '../../../lib/use-places';
import { BlocksView } from '../../../ui/blocks-view';
import { KIND_NAMES } from '../words';
import type { NoticeContent } from './content';
import './preview.css';

type Look = 'phone' | 'elder' | 'print';
const LOOKS: { value: Look; label: string }[] = [
  { value: 'phone', label: '手机' },
  { value: 'elder', label: '长辈版' },
  { value: 'print', label: '张贴的纸' },
];

interface Props {
  content: NoticeContent;
  /** Of the notice, once it has one that the public can open. */
  noticeId: string;
  close: () => void;
}

/** What is written as readers will have it: on the phone, in large type, on the sheet of the bulletin board. */
export function Preview({ content, noticeId, close }: Props) {
  const [look, setLook] = useState<Look>('phone');
  const [paper, setPaper] = useState<'A4' | 'A3'>('A4');
  return (
    <Modal open title="预览" footer={null} onCancel={close} width={look === 'print' ? 960 : 520}>
      <div className="preview-bar">
        <Segmented<Look> aria-label="看哪一种" options={LOOKS} value={look} onChange={setLook} />
        {look === 'print' && (
          <>
            <Segmented<'A4' | 'A3'> aria-label="纸" options={['A4', 'A3']} value={paper} onChange={setPaper} />
            <Button type="primary" onClick={() => printSheet(paper)}>
              打印或存成 PDF
            </Button>
          </>
        )}
      </div>
      {look === 'print' ? (
        <Sheet content={content} noticeId={noticeId} paper={paper} />
      ) : (
        <div
          className={`preview-phone ${look}`}
          tabIndex={0}
          role="region"
          aria-label={look === 'elder' ? '长辈版的样子' : '手机上的样子'}
        >
          <Text content={content} look={look} />
        </div>
      )}
    </Modal>
  );
}

/** Title, who publishes, the points, the words. */
function Text({ content, look }: { content: NoticeContent; look: Look }) {
  const { title, kind, unitId, keyPoints, posting, body, limited } = content;
  const units = useUnits();
  const points = keyPoints.filter(point => point.trim() !== '');
  const from = [unitId && units.nameOf(unitId), kind && KIND_NAMES[kind], content.documentNumber].filter(Boolean);
  return (
    <>
      <h2>{title || '（还没有标题）'}</h2>
      <p className="preview-note">{from.join(' · ')}</p>
      {posting?.from && posting.to && (
        <p className="preview-card">
          公示：{sayDate(posting.from, new Date())}到{sayDate(posting.to, new Date())}
          {posting.objection && `。${posting.objection}`}
        </p>
      )}
      {limited && look !== 'print' && <p className="preview-card">没有查阅码的人只看得到标题、张贴的地方和问谁。</p>}
      {points.length > 0 && (
        <div className="preview-card">
          <strong>先看要点</strong>
          <ul>
            {points.map(point => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </div>
      )}
      <BlocksView blocks={body} look={look} />
    </>
  );
}

function Sheet({ content, noticeId, paper }: { content: NoticeContent; noticeId: string; paper: 'A4' | 'A3' }) {
  const { limited } = content;
  return (
    <div className={`preview-sheet ${paper}`} tabIndex={0} role="region" aria-label={`${paper} 纸上的样子`}>
      <Text content={content} look="print" />
      <footer>
        <QRCode
          aria-label="扫码看这一条"
          value={`${window.location.origin}${publicNotice(noticeId, limited?.code)}`}
          size={112}
          color="#000"
          bgColor="#fff"
          bordered={false}
          marginSize={0}
        />
        <div>
          <p>发布以后，扫码在手机上看，也可以听。</p>
          {limited && <p>查阅码：{limited.code}</p>}
          {limited && <p>问谁：{limited.contact}</p>}
        </div>
      </footer>
    </div>
  );
}

/** The sheet alone, on its paper (preview.css leaves the rest of the page out). */
function printSheet(paper: 'A4' | 'A3'): void {
  const size = document.createElement('style');
  size.textContent = `@page { size: ${paper}; margin: 20mm }`;
  document.head.append(size);
  document.body.classList.add('printing-sheet');
  window.print();
  document.body.classList.remove('printing-sheet');
  size.remove();
}

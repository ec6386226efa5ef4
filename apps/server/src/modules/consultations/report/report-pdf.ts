import { writePdf, type PdfPart } from '../../../platform/pdf';
import type { OutcomeReport } from './outcome-report';
import { reportParts, type ReportPart } from './report-parts';

function write(part: ReportPart): PdfPart {
  switch (part.kind) {
    case 'title':
      return { kind: 'text', text: part.text, size: 18, leading: 28, align: 'center' };
    case 'heading':
      return { kind: 'text', text: part.text, size: 14, leading: 24, before: 10 };
    case 'line':
      return { kind: 'text', text: `　　${part.text}`, size: 12, leading: 20, before: 4 };
    case 'signature':
      return { kind: 'text', text: part.text, size: 12, leading: 20, align: 'right', before: 4 };
    case 'table':
      return { kind: 'table', head: part.head, rows: part.rows, shares: part.shares };
  }
}

/** 征集结果反馈 as a PDF: the same words as in Word. */
export const reportPdf = (report: OutcomeReport): Buffer =>
  writePdf({ title: report.outcome.title, parts: reportParts(report).map(write), isNumbered: true });

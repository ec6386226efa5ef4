import type { Block } from '@bandeng/contracts/schemas';
import { useQuery } from '@tanstack/react-query';
import { addressOfFile } from '../lib/upload';
import './blocks-view.css';

/** Blocks as a reader sees them: on the phone, larger for elder readers, on the sheet that is posted. */
export function BlocksView({ blocks, look }: { blocks: readonly Block[]; look: 'phone' | 'elder' | 'print' }) {
  return (
    <div className="blocks-view">
      {blocks.map((block, at) => (
        <OneBlock key={at} block={block} look={look} />
      ))}
    </div>
  );
}

function OneBlock({ block, look }: { block: Block; look: 'phone' | 'elder' | 'print' }) {
  switch (block.type) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h3' : 'h4';
      return <Heading>{block.text}</Heading>;
    }
    case 'paragraph':
      return (
        <p>
          {block.children.map(({ text, href, strong }, at) => {
            const words = strong ? <strong>{text}</strong> : text;
            return href ? (
              <a key={at} href={href} target="_blank" rel="noreferrer">
                {words}
              </a>
            ) : (
              <span key={at}>{words}</span>
            );
          })}
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, at) => (
            <li key={at}>{item}</li>
          ))}
        </List>
      );
    }
    case 'table':
      return look === 'elder' ? <Rows table={block} /> : <PlainTable table={block} />;
    case 'image':
      return <Picture fileId={block.fileId} alt={block.alt} />;
    case 'quote':
      return <blockquote>{block.text}</blockquote>;
    case 'video':
      return (
        <p className="blocks-view-row">
          视频：{block.title} <span className="quiet">{block.url}</span>
        </p>
      );
    case 'file':
      return <p className="blocks-view-row">附件：{block.name}</p>;
  }
}

type Table = Extract<Block, { type: 'table' }>;

/** Wider than its room it is pushed along, also by the keyboard. */
function PlainTable({ table: { caption, head, rows } }: { table: Table }) {
  return (
    <div className="blocks-view-table" role="region" aria-label={caption ?? '表格'} tabIndex={0}>
      <table>
        {caption && <caption>{caption}</caption>}
        {head.length > 0 && (
          <thead>
            <tr>
              {head.map((name, at) => (
                <th key={at} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** In elder mode a row is a card with the names of its columns. */
function Rows({ table: { caption, head, rows } }: { table: Table }) {
  return (
    <div>
      {caption && <strong>{caption}</strong>}
      {rows.map((row, at) => (
        <dl key={at} className="blocks-view-card">
          {row.map((cell, column) => (
            <div key={column}>
              <dt>{head[column]}</dt>
              <dd>{cell}</dd>
            </div>
          ))}
        </dl>
      ))}
    </div>
  );
}

function Picture({ fileId, alt }: { fileId: string; alt: string }) {
  const { data } = useQuery({ queryKey: ['file', fileId], queryFn: () => addressOfFile(fileId), staleTime: 200_000 });
  return (
    <figure>
      {data && <img src={data} alt={alt} />}
      {alt && <figcaption className="quiet">{alt}</figcaption>}
    </figure>
  );
}

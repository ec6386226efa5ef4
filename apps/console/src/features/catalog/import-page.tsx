import { CheckCircleOutlined } from '@ant-design/icons';
import { routes } from '@bandeng/contracts/routes';
import type { ImportResult } from '@bandeng/contracts/types';
import { Button, Card, Space } from 'antd';
import { useRef, useState, type ChangeEvent } from 'react';
import { Link } from 'react-router';
import { upload } from '../../lib/http';
import { useAct } from '../../lib/use-act';
import { Page } from '../../ui/page';
import { ImportReport } from './import-report';
import { ImportWords, type Words } from './import-words';
import './catalog.css';

type Step = { dryRun?: 'true'; skipBad?: 'true'; words?: string };

/** A workbook of the national layout, or a package of another district: tried first, and written as a draft only when one has seen what is in it. */
export function ImportPage() {
  const [file, setFile] = useState<File>();
  const [result, setResult] = useState<ImportResult>();
  const chooser = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState<Words>({});
  const send = async (chosen: File, given: Words, step: Step) => {
    const changes = Object.keys(given).length > 0 ? { words: JSON.stringify(given) } : {};
    return (await upload(routes['staff.catalog.import'].path, chosen, { ...step, ...changes })) as ImportResult;
  };
  const attempt = useAct(async ([chosen, given]: [File, Words]) => {
    const tried = await send(chosen, given, { dryRun: 'true' });
    setWords(given);
    setResult(tried);
  }, '看完了，还什么都没有写');
  const write = useAct(
    async (chosen: File) => setResult(await send(chosen, words, badRows > 0 ? { skipBad: 'true' } : {})),
    '写好了',
  );
  const badRows = result?.problems.length ?? 0;
  const isTried = result !== undefined && result.comparison !== null;

  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const [chosen] = target.files ?? [];
    // The same file, mended, can be chosen again.
    target.value = '';
    if (!chosen) return;
    setFile(chosen);
    setResult(undefined);
    attempt.mutate([chosen, {}]);
  }

  return (
    <Page
      title="导入标准目录"
      note="国家统一格式的 xlsx，或者别的区县导出的目录包。先试读，看清楚了再写成草案；现行的目录不动"
    >
      <div className="stack">
        <Card>
          <Space wrap>
            <Button
              type={result ? 'default' : 'primary'}
              loading={attempt.isPending}
              disabled={write.isPending}
              onClick={() => chooser.current?.click()}
            >
              {file ? '换一个文件，或者改好了再读' : '选一个文件'}
            </Button>
            <input
              ref={chooser}
              className="visually-hidden"
              type="file"
              accept=".xlsx,.zip"
              aria-label="xlsx 文件或者目录包"
              tabIndex={-1}
              onChange={choose}
            />
            {isTried && result.entryCount > 0 && (
              <Button type="primary" loading={write.isPending} onClick={() => write.mutate(file!)}>
                {badRows > 0 ? '跳过有问题的行，其余写成草案' : '写成草案'}
              </Button>
            )}
            <span className="quiet" role="status">
              {attempt.isPending ? '正在试读' : file?.name}
            </span>
          </Space>
        </Card>
        {result && result.comparison === null && <Written result={result} />}
        {isTried && (result.source || result.publishers.some(({ unitIds }) => unitIds.length === 0)) && (
          <ImportWords
            key={JSON.stringify(words)}
            result={result}
            words={words}
            isBusy={attempt.isPending}
            attempt={given => attempt.mutate([file!, given])}
          />
        )}
        {result && <ImportReport result={result} />}
      </div>
    </Page>
  );
}

function Written({ result: { created, editionId } }: { result: ImportResult }) {
  return (
    <Card>
      <Space wrap>
        <CheckCircleOutlined aria-hidden />
        <strong role="status">{created ? '写成了一个新的草案' : '和已有的一样，没有另写'}</strong>
        <Link to={editionId ? `/catalog/editions/${editionId}` : '/catalog'} className="task-go">
          {editionId === null ? '看目录版本' : created ? '看这个草案' : '看那一版'}
        </Link>
      </Space>
    </Card>
  );
}

import { HIDDEN_FIGURES_LABELS } from '@bandeng/contracts/routes';
import type { Campaign } from '@bandeng/contracts/types';
import './grid.css';

type Props = { campaign: Pick<Campaign, 'figures' | 'targetPercent'> };

/** How many doors were reached, as words and as a bar with the target on it. */
export function Progress({ campaign: { figures, targetPercent } }: Props) {
  if (figures === null) return <span className="quiet">{HIDDEN_FIGURES_LABELS.few}，不显示</span>;
  const { doors, reached, percent } = figures;
  if (percent === null) return <span className="quiet">这些地方还没有门</span>;
  return (
    <div className="grid-progress">
      <div>
        <strong>{percent}%</strong>{' '}
        <span className="quiet">{`${doors} 户送到 ${reached} 户，目标 ${targetPercent}%`}</span>
      </div>
      <Bar percent={percent} target={targetPercent} />
    </div>
  );
}

/** Its words stand beside it. */
export function Bar({ percent, target }: { percent: number; target?: number | undefined }) {
  return (
    <div className="grid-bar" aria-hidden>
      <div className="grid-bar-full" style={{ inlineSize: `${percent}%` }} />
      {target !== undefined && <div className="grid-bar-target" style={{ insetInlineStart: `${target}%` }} />}
    </div>
  );
}

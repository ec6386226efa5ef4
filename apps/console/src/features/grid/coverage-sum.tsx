import { HIDDEN_FIGURES_LABELS, REACH_CHANNEL_LABELS } from '@bandeng/contracts/routes';
import { optionsOf } from '../../lib/options-of';
import { Bar } from './progress';
import type { Coverage } from './use-coverage';

/** The sums of what one looks at, and what they are worth by the score sheet. */
export function CoverageSum({
  coverage: { area, total, scoreSteps },
  target,
}: {
  coverage: Coverage;
  target?: number | undefined;
}) {
  const { figures, posters, buildings, hidden } = total;
  const sheet = scoreSteps.map(({ atLeast, points }) => `${atLeast}% 以上 ${points} 分`).join('，');
  if (figures === null) return <p>{`${area.name}：${HIDDEN_FIGURES_LABELS[hidden ?? 'few']}。`}</p>;
  const { doors, reached, percent, points, channels, opens, buildingsReached } = figures;
  const counters = [
    { name: '户', value: `${reached} / ${doors}` },
    { name: '送到', value: percent === null ? '还没有门' : `${percent}%` },
    { name: '楼', value: `${buildingsReached} / ${buildings}` },
    { name: '打分表', value: `${points} 分` },
    ...optionsOf(REACH_CHANNEL_LABELS).map(({ value, label }) => ({ name: label, value: String(channels[value]) })),
    { name: '公示栏张贴', value: `${posters.hung} 张，${posters.buildings} 栋` },
    ...(opens === null ? [] : [{ name: '扫码打开', value: `${opens} 次` }]),
  ];
  return (
    <section aria-label="合计">
      <ul className="counters grid-counters">
        {counters.map(({ name, value }) => (
          <li key={name} className="counter">
            <span className="quiet">{name}</span>
            <strong>{value}</strong>
          </li>
        ))}
      </ul>
      {percent !== null && <Bar percent={percent} target={target} />}
      <p className="quiet">
        {target !== undefined && `竖线是目标 ${target}%。`}
        {`打分表：${sheet}，不到的 0 分。一户用几种办法送到，几种都算一次；户数只算一次；张贴、扫码打开不算户数。`}
      </p>
    </section>
  );
}

/** Pictures of the demo district as SVG without a letter: what they show is told by their `alt`, and no font is needed to draw them. */

const drawing = (width: number, height: number, inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`;
const box = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
const line = (points: string, stroke: string, width: number, more = ''): string =>
  `<polyline points="${points}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
const spot = (x: number, y: number, radius: number, fill: string, more = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" ${more}/>`;
const each = (count: number, draw: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => draw(at)).join('');

const RED = '#c0392b';
const WIRE = '#4a4a4a';

/** The old tree of the square: the branches to go and the two that lie on the wires in red. */
export const oldTree = drawing(
  1200,
  900,
  box(0, 0, 1200, 900, '#dcecf2') +
    box(0, 720, 1200, 180, '#c9b58d') +
    spot(420, 330, 190, '#6f9a4e') +
    spot(600, 250, 210, '#7dab58') +
    spot(760, 360, 180, '#6a9349') +
    line('600,760 590,600 600,440', '#6b4a2f', 70) +
    line('600,520 470,400 400,330', '#6b4a2f', 34) +
    line('600,480 700,360 780,300', '#6b4a2f', 34) +
    line('595,600 720,540 850,520', RED, 18, 'stroke-dasharray="30 20"') +
    line('600,560 760,470 900,440', RED, 16, 'stroke-dasharray="30 20"') +
    line('600,640 700,620 820,630', RED, 14, 'stroke-dasharray="30 20"') +
    line('780,300 900,270 1010,290', RED, 16, 'stroke-dasharray="10 16"') +
    line('700,360 860,350 1000,380', RED, 14, 'stroke-dasharray="10 16"') +
    line('960,120 1010,290 1050,560', WIRE, 5) +
    line('1000,120 1050,300 1090,560', WIRE, 5) +
    box(520, 742, 160, 30, '#8d6b47') +
    box(535, 772, 18, 60, '#8d6b47') +
    box(647, 772, 18, 60, '#8d6b47'),
);

/** The new way of two bus lines: the old one dashed, the added stop larger. */
export const busRoute = drawing(
  1200,
  760,
  box(0, 0, 1200, 760, '#f3f1ea') +
    line('-20,640 320,600 620,640 1220,560', '#9cc5d6', 90) +
    each(5, at => line(`${140 + at * 230},-20 ${140 + at * 230},780`, '#ffffff', 26)) +
    each(3, at => line(`-20,${140 + at * 170} 1220,${140 + at * 170}`, '#ffffff', 26)) +
    line('60,310 600,310 600,140 1130,140', '#b5b5b5', 12, 'stroke-dasharray="26 20"') +
    line('60,310 370,310 370,480 830,480 830,140 1130,140', '#0f766e', 16) +
    each(6, at =>
      spot(
        [150, 370, 520, 830, 830, 1050][at] ?? 0,
        [310, 400, 480, 480, 260, 140][at] ?? 0,
        18,
        '#ffffff',
        'stroke="#0f766e" stroke-width="8"',
      ),
    ) +
    spot(660, 480, 32, '#b7791f', 'stroke="#ffffff" stroke-width="10"'),
);

/** A charging shed: roof, sockets, a sprinkler pipe, bicycles. */
export const chargingShed = drawing(
  1200,
  800,
  box(0, 0, 1200, 800, '#e6edf0') +
    box(0, 600, 1200, 200, '#bdbdb5') +
    box(110, 150, 980, 46, '#0f766e') +
    each(5, at => box(130 + at * 230, 196, 22, 420, '#7b8790')) +
    box(150, 320, 900, 150, '#d3dade') +
    line('150,230 1050,230', RED, 10) +
    each(8, at => spot(200 + at * 114, 248, 10, RED)) +
    each(8, at => box(186 + at * 114, 360, 34, 46, '#ffffff', 'stroke="#5b6370" stroke-width="4"')) +
    each(4, at => {
      const x = 240 + at * 230;
      return (
        spot(x - 60, 620, 46, 'none', `stroke="${WIRE}" stroke-width="10"`) +
        spot(x + 70, 620, 46, 'none', `stroke="${WIRE}" stroke-width="10"`) +
        line(`${x - 60},620 ${x - 10},560 ${x + 50},560 ${x + 70},620`, '#b7791f', 12) +
        line(`${x + 30},500 ${x + 50},560`, WIRE, 8)
      );
    }),
);

/** The house from above, and the shaft that stands 40 cm off it. */
export const elevatorPlan = drawing(
  1200,
  820,
  box(0, 0, 1200, 820, '#ffffff') +
    each(24, at => line(`${at * 50},0 ${at * 50},820`, '#eef1f2', 2)) +
    each(17, at => line(`0,${at * 50} 1200,${at * 50}`, '#eef1f2', 2)) +
    box(120, 120, 960, 330, '#f2ece0', 'stroke="#30363d" stroke-width="10"') +
    line('440,120 440,450', '#30363d', 6) +
    line('760,120 760,450', '#30363d', 6) +
    each(7, at => line(`${460 + at * 40},330 ${460 + at * 40},440`, '#7b8790', 4)) +
    each(6, at => box(170 + (at % 2) * 120 + Math.floor(at / 2) * 320, 432, 70, 18, '#9cc5d6')) +
    box(520, 510, 160, 170, '#dff0ec', 'stroke="#0f766e" stroke-width="10"') +
    line('520,510 680,680', '#0f766e', 4) +
    line('680,510 520,680', '#0f766e', 4) +
    line('600,455 600,505', RED, 6) +
    line('585,470 600,455 615,470', RED, 6) +
    line('585,490 600,505 615,490', RED, 6) +
    line('60,740 1140,740', '#b5b5b5', 30),
);

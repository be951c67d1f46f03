import type { DemoPicture } from './demo-mail.ts';
import { type Colour, hex, inside, mix, type Paint, png } from './picture.ts';

/** A hero is as wide as the sheet, and this much higher than wide. */
const heroSize = { width: 560, height: 190 } as const;
const ratio = heroSize.height / heroSize.width;

/** A sender's mark: two shapes on its colour. */
export function mark(colour: string, shape: 'loaf' | 'star' | 'page' | 'anchor'): DemoPicture {
  const ground = hex(colour);
  const light = mix(ground, [255, 255, 255], 0.92);
  return {
    id: 'mark',
    png: png(52, 52, (x, y) => mix(ground, light, inside(distanceTo(shape, x, y), 0.04))),
  };
}

function distanceTo(shape: 'loaf' | 'star' | 'page' | 'anchor', x: number, y: number): number {
  const [across, up] = [x - 0.5, y - 0.5];
  switch (shape) {
    case 'loaf':
      return Math.max(Math.hypot(across / 1.25, up + 0.02) - 0.27, up - 0.16);
    case 'star': {
      const [a, b] = [Math.abs(across), Math.abs(up)];
      return Math.sqrt(a) + Math.sqrt(b) - 0.58;
    }
    case 'page':
      return Math.max(
        Math.abs(across) - 0.22,
        Math.abs(up) - 0.29,
        -Math.max(Math.abs(across) - 0.13, Math.abs(up + 0.08) - 0.03),
      );
    case 'anchor':
      return Math.min(
        Math.max(Math.abs(across) - 0.04, Math.abs(up) - 0.28),
        Math.max(Math.abs(Math.hypot(across, up) - 0.25) - 0.04, -up),
        Math.abs(Math.hypot(across, up + 0.27) - 0.07) - 0.03,
      );
  }
}

/** Loaves on a board, in the light of a morning. */
export function bakery(): DemoPicture {
  const [sky, glow, board, crust, crumb] = ['#f6d9b4', '#fff3df', '#8a5a33', '#b8702f', '#e3a765'].map(
    hex,
  ) as [Colour, Colour, Colour, Colour, Colour];
  const loaves = [0.2, 0.42, 0.62, 0.82];
  return hero('bread', (x, y) => {
    let colour = mix(sky, glow, 1 - Math.hypot((x - 0.75) * 1.4, y * 0.7) * 1.2);
    colour = mix(colour, board, inside(0.8 - y, 0.01));
    for (const [at, middle] of loaves.entries()) {
      const high = at % 2 === 0 ? 0.62 : 0.56;
      const [across, up] = [(x - middle) / 0.135, (y - 0.8) / high];
      const shade = mix(crust, crumb, 0.9 - Math.hypot(across + 0.35, up + 0.75));
      const cut = Math.abs(((across * 2.4 + up * 1.6) % 1) + 0.5);
      const loaf = Math.max(Math.hypot(across, up) - 1, up);
      const scored = mix(shade, crumb, up < -0.45 ? inside(Math.abs(cut - 0.5) - 0.07, 0.06) * 0.7 : 0);
      colour = mix(colour, scored, inside(loaf, 0.03));
    }
    return colour;
  });
}

/** Northern lights over hills. */
export function northernLights(): DemoPicture {
  const [night, dusk, green, violet, hill] = ['#0b1a3a', '#183a6b', '#55e0a3', '#8f6df2', '#071022'].map(
    hex,
  ) as [Colour, Colour, Colour, Colour, Colour];
  return hero('lights', (x, y) => {
    let colour = mix(night, dusk, y * 1.1);
    for (const [at, tint] of [green, violet, green].entries()) {
      const path =
        0.34 + at * 0.1 + 0.1 * Math.sin(x * (5 + at * 1.7) + at * 2.1) + 0.03 * Math.sin(x * 23 + at);
      const above = path - y;
      const glow = above > 0 ? Math.exp(-above * 6) : Math.exp(above * 34);
      colour = mix(colour, tint, glow * (0.34 + 0.2 * Math.sin(x * 47 + at * 3)));
    }
    colour = mix(colour, [255, 255, 255], isStar(x, y) && y < 0.6 ? 0.75 : 0);
    const ridge = 0.8 + 0.06 * Math.sin(x * 6 + 1) + 0.03 * Math.sin(x * 17);
    return mix(colour, hill, inside(ridge - y, 0.008));
  });
}

/** Scattered without a pattern, and the same at every run. */
function isStar(x: number, y: number): boolean {
  const scatter = Math.sin(x * 12_989.8 + y * 78_233.7) * 43_758.5453;
  return scatter - Math.floor(scatter) > 0.9975;
}

/** Leaves of paper that lie over each other. */
export function papers(): DemoPicture {
  const [ground, leaf, line, accent] = ['#dfe9dd', '#fdfdfa', '#b9c7b6', '#166534'].map(hex) as [
    Colour,
    Colour,
    Colour,
    Colour,
  ];
  return hero('papers', (x, y) => {
    let colour = mix(ground, [255, 255, 255], 0.5 - y * 0.4);
    for (let at = 0; at < 6; at += 1) {
      const turn = (at - 2.5) * 0.13;
      const [dx, dy] = [x - (0.17 + at * 0.13), (y - 0.62) * ratio];
      const across = dx * Math.cos(turn) + dy * Math.sin(turn);
      const up = -dx * Math.sin(turn) + dy * Math.cos(turn);
      const edge = Math.max(Math.abs(across) - 0.075, Math.abs(up) - 0.11);
      colour = mix(colour, [70, 90, 70], 0.16 * Math.exp(-Math.max(edge, 0) * 90));
      const printed =
        inside(Math.abs(((up * 55) % 1) + 0.5) - 0.68, 0.1) * inside(Math.abs(across) - 0.052, 0.004);
      const title = inside(Math.max(Math.abs(up + 0.078) - 0.008, Math.abs(across + 0.012) - 0.04), 0.003);
      const paper = mix(mix(leaf, line, printed * (up > -0.055 ? 0.75 : 0)), accent, title);
      colour = mix(colour, paper, inside(edge, 0.004));
    }
    return colour;
  });
}

/** Bars of a week, one of which is too high. */
export function weekChart(values: readonly number[], limit: number): DemoPicture {
  const [ground, grid, bar, over] = ['#ffffff', '#e5e7eb', '#0f766e', '#dc2626'].map(hex) as [
    Colour,
    Colour,
    Colour,
    Colour,
  ];
  const highest = Math.max(...values, limit) * 1.12;
  return hero('chart', (x, y) => {
    const height = (1 - y) * highest;
    const column = Math.floor(x * values.length);
    const value = values[column] ?? 0;
    const across = Math.abs(((x * values.length) % 1) - 0.5);
    let colour = mix(ground, grid, (y * 5) % 1 < 0.02 ? 1 : 0);
    if (across < 0.32 && height < value) {
      colour = value > limit ? over : bar;
    }
    return mix(colour, over, Math.abs(height - limit) < highest * 0.006 && (x * 90) % 2 < 1 ? 0.8 : 0);
  });
}

function hero(id: string, paint: Paint): DemoPicture {
  return { id, png: png(heroSize.width, heroSize.height, paint) };
}

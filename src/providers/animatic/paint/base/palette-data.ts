import type { TimeOfDay } from '../../scene/scene.js';

/** Sky from top to horizon; the key light; air far away; light on surfaces; the darkest tone; lamps and windows. */
export type PaletteRow = {
  sky: readonly [string, string, string, string];
  light: string;
  haze: string;
  ambient: string;
  dark: string;
  lamp: string;
};

export const PALETTES: Readonly<Record<TimeOfDay, readonly PaletteRow[]>> = {
  dawn: [
    {
      sky: ['#2b3d68', '#6a759f', '#dba096', '#fcd7a4'],
      light: '#ffe2b4',
      haze: '#dcb2a8',
      ambient: '#b9a4b4',
      dark: '#23263c',
      lamp: '#ffd08a',
    },
    {
      sky: ['#35557c', '#7f9cb8', '#e3bfae', '#ffe6bd'],
      light: '#fff0cc',
      haze: '#d9c3b8',
      ambient: '#bcb3b8',
      dark: '#243040',
      lamp: '#ffd898',
    },
    {
      sky: ['#3b3363', '#8a5f8f', '#e58f87', '#ffca8f'],
      light: '#ffd3a0',
      haze: '#cf9c9c',
      ambient: '#b295ad',
      dark: '#261f3a',
      lamp: '#ffc987',
    },
  ],
  day: [
    {
      sky: ['#2a6cb0', '#62a3d4', '#a4cde3', '#dcebec'],
      light: '#fff6dc',
      haze: '#bdd8e4',
      ambient: '#f4f4ee',
      dark: '#1d3238',
      lamp: '#fff0c0',
    },
    {
      sky: ['#3a83b0', '#7fb8cc', '#bbdcd6', '#f2efd8'],
      light: '#fff4d4',
      haze: '#cbdcd2',
      ambient: '#f7f0e2',
      dark: '#22342f',
      lamp: '#fff0c0',
    },
    {
      sky: ['#34599c', '#7494c8', '#b3c6e0', '#ebe6e4'],
      light: '#fffaea',
      haze: '#c3cee0',
      ambient: '#eceef6',
      dark: '#1f2a40',
      lamp: '#fff0c0',
    },
  ],
  golden: [
    {
      sky: ['#3a4878', '#a06a8c', '#ef8d5b', '#ffd581'],
      light: '#ffdc90',
      haze: '#ec9f75',
      ambient: '#d99a78',
      dark: '#2c1d30',
      lamp: '#ffd792',
    },
    {
      sky: ['#4f6492', '#c68f8f', '#f5b370', '#ffe7a6'],
      light: '#ffe7a8',
      haze: '#edb888',
      ambient: '#e0ac84',
      dark: '#33232c',
      lamp: '#ffdf9c',
    },
    {
      sky: ['#4a2f5e', '#a84a62', '#f0704a', '#ffbe62'],
      light: '#ffca78',
      haze: '#d97a60',
      ambient: '#cb8468',
      dark: '#27132a',
      lamp: '#ffc878',
    },
  ],
  dusk: [
    {
      sky: ['#141d40', '#35447c', '#7b5c95', '#dc918c'],
      light: '#f0b4b0',
      haze: '#77699a',
      ambient: '#6c6a9c',
      dark: '#10122a',
      lamp: '#ffc070',
    },
    {
      sky: ['#10223e', '#2b4c72', '#64819a', '#d0ae92'],
      light: '#f0cca8',
      haze: '#6b8198',
      ambient: '#647690',
      dark: '#0d1726',
      lamp: '#ffc87c',
    },
    {
      sky: ['#201640', '#533076', '#a34d86', '#f08a7c'],
      light: '#ffac9c',
      haze: '#8c5488',
      ambient: '#7a5c92',
      dark: '#170d2c',
      lamp: '#ffb877',
    },
  ],
  night: [
    {
      sky: ['#050b1f', '#0d1c40', '#1e3666', '#3c5b92'],
      light: '#dfe9ff',
      haze: '#2d4677',
      ambient: '#46598a',
      dark: '#050914',
      lamp: '#ffc873',
    },
    {
      sky: ['#04111c', '#0a2636', '#164452', '#346c76'],
      light: '#dcf6f4',
      haze: '#255460',
      ambient: '#3f6674',
      dark: '#040c12',
      lamp: '#ffc66a',
    },
    {
      sky: ['#0b0822', '#1c1644', '#392c6e', '#655096'],
      light: '#ece4ff',
      haze: '#41367a',
      ambient: '#564c88',
      dark: '#080616',
      lamp: '#ffbf7a',
    },
  ],
};

export const NEON_PALETTES: readonly PaletteRow[] = [
  {
    sky: ['#080618', '#1a0f3e', '#481a66', '#b03482'],
    light: '#ff6ac8',
    haze: '#5c2a78',
    ambient: '#5e4a92',
    dark: '#070514',
    lamp: '#5ff2ff',
  },
  {
    sky: ['#04101e', '#0a2844', '#10506e', '#2f9a9c'],
    light: '#5ff2e8',
    haze: '#1c5674',
    ambient: '#4a6a96',
    dark: '#040a14',
    lamp: '#ff5fb4',
  },
  {
    sky: ['#0c0616', '#2a0f36', '#6a1c48', '#e0583c'],
    light: '#ff9a5c',
    haze: '#702a4c',
    ambient: '#785080',
    dark: '#0a0410',
    lamp: '#ffd05f',
  },
];

export const INK_PALETTE: PaletteRow = {
  sky: ['#d9d4c6', '#e2ddcf', '#ebe7da', '#f3f0e6'],
  light: '#fffdf4',
  haze: '#e4e0d4',
  ambient: '#8d908c',
  dark: '#1c1f20',
  lamp: '#b8442f',
};

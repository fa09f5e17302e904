import type { CameraMove, Framing } from '../scene.js';
import type { WordTable } from '../find-words.js';

export const FRAMING_WORDS: WordTable<Framing> = [
  [
    'close',
    'close-up|close up|closeup|extreme close-up|macro|portrait shot|detail shot|tight shot|特写|近景|微距|大特写',
  ],
  ['medium', 'medium shot|mid shot|mid-shot|medium|waist shot|two shot|over the shoulder|中景|中近景'],
  [
    'wide',
    'wide|wide shot|wide angle|wide-angle|long shot|establishing shot|full shot|panorama|panoramic|extreme wide|远景|全景|广角|大远景|大全景|俯拍|航拍',
  ],
];

export const MOVE_WORDS: WordTable<CameraMove> = [
  [
    'aerial',
    "aerial|drone|drone shot|bird's eye|birds eye|bird's-eye|top-down|overhead|flyover|fly over|crane shot|航拍|俯瞰|鸟瞰|俯拍|无人机",
  ],
  [
    'tracking',
    'tracking|tracking shot|track|tracks|follow|follows|following|dolly along|side scroll|steadicam|跟拍|跟随|跟踪|追踪|跟镜头|移动镜头',
  ],
  ['panLeft', 'pan left|pans left|panning left|camera moves left|向左摇|左摇|镜头左移|向左移动|左移'],
  [
    'panRight',
    'pan right|pans right|panning right|pan|pans|panning|camera moves right|向右摇|右摇|镜头右移|向右移动|右移|摇镜头|横移',
  ],
  [
    'zoomOut',
    'zoom out|zooms out|zooming out|pull back|pulls back|pull out|pulling back|dolly out|拉远|拉镜头|镜头拉远|后拉|镜头后退',
  ],
  [
    'zoomIn',
    'zoom in|zooms in|zooming in|zoom|push in|pushes in|push-in|dolly in|dolly|moves closer|推近|推镜头|镜头推进|推进|拉近|前推',
  ],
  ['tiltUp', 'tilt up|tilts up|tilting up|look up|low angle|上摇|仰拍|镜头上移|仰视|仰角'],
  ['tiltDown', 'tilt down|tilts down|tilting down|high angle|tilt|下摇|镜头下移|俯视'],
];

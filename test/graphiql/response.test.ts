import { describe, expect, test } from 'vitest';
import { findCreatedTask, findMedia, parseResponse } from '../../src/graphiql/response.js';

describe('what the GraphiQL page reads out of a response', () => {
  test('the id of a created task', () => {
    expect(findCreatedTask({ data: { createVideoTask: { task: { id: 'vt_1' } } } })).toBe('vt_1');
    expect(findCreatedTask({ data: { createVideoTask: { task: null } } })).toBeNull();
    expect(findCreatedTask(parseResponse('{ "errors": [] }'))).toBeNull();
  });

  test('every video with its poster, wherever it stands, in order', () => {
    const results = [
      { video: { url: '/media/a' }, poster: { url: '/media/a.jpg' } },
      { video: null, poster: { url: '/media/b.jpg' } },
      { video: { url: null }, poster: { url: '/media/expired.jpg' } },
    ];
    const deep = { data: { videoTasks: { edges: [{ node: { results } }, { node: { video: { url: '/media/c' } } }] } } };
    expect(findMedia(deep)).toEqual([
      { videoUrl: '/media/a', posterUrl: '/media/a.jpg' },
      { videoUrl: null, posterUrl: '/media/b.jpg' },
      { videoUrl: null, posterUrl: '/media/expired.jpg' },
      { videoUrl: '/media/c', posterUrl: null },
    ]);
  });

  test.each([null, '', 'not JSON', '"text"', '{"video":"text"}'])('nothing in %j', (text) => {
    expect(findMedia(parseResponse(text))).toEqual([]);
  });
});

/** Samples of a text in Prometheus' format, by name and sorted labels: `name{a="b",c="d"}`. */
export type Samples = ReadonlyMap<string, number>;

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (-?[\d.]+(?:e[+-]?\d+)?|\+Inf|Na[nN])$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/y;

/** Reads Prometheus' text format (version 0.0.4). Throws at a line that is none of it, and at a sample without a type. */
function readSamples(text: string): Samples {
  const samples = new Map<string, number>();
  const types = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, typed, type] = /^# TYPE (\S+) (counter|gauge|histogram|summary)$/.exec(line) ?? [];
    if (typed !== undefined && type !== undefined) types.set(typed, type);
    if (line === '' || /^# (HELP|TYPE) \S+ /.test(line)) continue;
    const [, name, labels = '', value] = SAMPLE.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`This is no sample: ${line}`);
    if (!types.has(name) && !types.has(name.replace(/_(bucket|sum|count)$/, '')))
      throw new Error(`${name} has no type.`);
    const key = `${name}{${readLabels(labels).sort().join(',')}}`;
    if (samples.has(key)) throw new Error(`${key} comes twice.`);
    samples.set(key, value === '+Inf' ? Infinity : Number(value));
  }
  return samples;
}

function readLabels(text: string): string[] {
  const labels: string[] = [];
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < text.length) {
    const label = LABEL.exec(text);
    if (label === null) throw new Error(`These are no labels: ${text}`);
    labels.push(`${label[1]}="${label[2]}"`);
  }
  return labels;
}

/** The metrics of a server, as Prometheus reads them. */
export async function scrape(url: string, headers: Record<string, string> = {}): Promise<Samples> {
  const response = await fetch(`${url}/metrics`, { headers });
  if (response.status !== 200) throw new Error(`The metrics were refused with status ${response.status}.`);
  return readSamples(await response.text());
}

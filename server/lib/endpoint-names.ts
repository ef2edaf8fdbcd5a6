/**
 * The name of a path in metrics and logs: one of a bounded list, so that nobody can fill the memory with addresses,
 * and no id or secret of a path is written down. `/app/gifts/[id]`, `static`, `other`.
 */
export type EndpointName = (path: string) => string;

export function endpointNames(templates: readonly string[], publicFiles: readonly string[]): EndpointName {
  const fixed = new Set(templates.filter((template) => !template.includes('[')));
  const patterns = templates
    .filter((template) => template.includes('['))
    .map((template) => ({ template, pattern: patternOf(template) }));
  const files = new Set(publicFiles);
  return (path) => {
    if (path.startsWith('/_next/')) return 'static';
    const clean = path.length > 1 ? path.replace(/\/$/, '') : path;
    if (fixed.has(clean)) return clean;
    if (files.has(clean.split('/')[1] ?? '')) return 'static';
    return patterns.find(({ pattern }) => pattern.test(clean))?.template ?? 'other';
  };
}

/** Next's folders: `[id]` one segment, `[...path]` one or more, `[[...path]]` none or more. */
function patternOf(template: string): RegExp {
  const source = template
    .split('/')
    .slice(1)
    .map((segment) => {
      if (segment.startsWith('[[...')) return '(?:/.+)?';
      if (segment.startsWith('[...')) return '/.+';
      if (segment.startsWith('[')) return '/[^/]+';
      return `/${segment.replace(/[.*+?^${}()|\\]/g, '\\$&')}`;
    })
    .join('');
  return new RegExp(`^${source}$`);
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
export function methodName(method: string | undefined): string {
  return method && methods.has(method) ? method : 'OTHER';
}

import { watch } from 'node:fs';
import { project } from '#/scripts/project.ts';

const settleMs = 250;

/** Calls back once after a burst of changes; tests and generated files are nobody's concern. */
export function watchSources(folders: readonly string[], signal: AbortSignal, onChange: () => void): void {
  let settling: NodeJS.Timeout | null = null;
  for (const folder of folders) {
    const watcher = watch(project.inRoot(folder), { recursive: true, signal }, (_event, file) => {
      if (!file?.endsWith('.ts') || /\.test\.ts$|^generated\//.test(file)) return;
      if (settling) clearTimeout(settling);
      settling = setTimeout(onChange, settleMs);
    });
    // A folder that goes away while we leave.
    watcher.on('error', () => {});
  }
}

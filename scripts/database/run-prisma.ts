import { execFile } from 'node:child_process';
import { project } from '#/scripts/project.ts';

/** Prisma's own tool with our engine: for authoring and for comparing notes, never for applying. */
export function runPrisma(
  args: readonly string[],
  databaseUrl: string,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const tool = project.inRoot('node_modules', 'prisma', 'build', 'index.js');
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATABASE_ADMIN_URL: '',
    PRISMA_SCHEMA_ENGINE_BINARY: project.inRoot('scripts', 'database', 'schema-engine.mjs'),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
    NO_COLOR: '1',
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [tool, ...args], { cwd: project.root, env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
    });
  });
}

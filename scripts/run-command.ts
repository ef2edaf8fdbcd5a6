/** A command of `scripts/`: a failure that explains itself is printed and nothing else; any other is a bug with its stack. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.exitCode = 1;
    if (!(error instanceof Error) || error.name !== 'Explained') throw error;
    if (error.message) console.error(`\n${error.message}`);
  }
}

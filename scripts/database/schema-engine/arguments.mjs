/** The native engine's command line, as far as Prisma's tool uses it. */
export function readArguments(argv) {
  const read = { command: [], version: false, datamodels: [], datasource: { url: process.env.DATABASE_URL } };
  const rest = [...argv];
  while (rest.length > 0) {
    const argument = rest.shift();
    if (argument === '--datamodels' || argument === '-d') read.datamodels.push(rest.shift());
    else if (argument === '--datasource') Object.assign(read.datasource, JSON.parse(rest.shift()));
    else if (argument === '--enabled-preview-features' || argument === '--extension-types') rest.shift();
    else if (argument === '--version' || argument === '-V') read.version = true;
    else read.command.push(argument);
  }
  return read;
}

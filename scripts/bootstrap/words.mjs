/** What is said before the packages, and with them the message catalogue, are there. */
import { speaksRussian } from '../terminal/language.mjs';

const ru = {
  unknownCommand: (command) => `Неизвестная команда «${command}». Команды перечислены в package.json, раздел scripts.`,
  node: 'Node',
  takingNode: (have, want) => `здесь ${have}, нужен ${want}: беру из npm в .stardesk/node, систему не трогаю`,
  tookNode: (version) => `${version}, своя копия в .stardesk/node`,
  nodeFailed: (want, why) =>
    `Node ${want} не удалось взять из npm. Проверьте доступ к реестру npm или поставьте Node 24 сами.\n${why}`,
  packages: 'Пакеты',
  installing: 'ставлю по package-lock.json',
  installed: (count) => `${count}, точно по package-lock.json`,
  waitingForOther: 'другая команда уже ставит пакеты в этой папке: жду её',
  installFailed: (why) =>
    `Пакеты не поставились, и ничего не запущено. Проверьте доступ к реестру npm и место на диске, затем повторите.\n${why}`,
  lockDiffers: (names) =>
    `package.json просит не то, что записано в package-lock.json (${names}). Файл возвращён как был. Выполните npm install и сохраните новый package-lock.json.`,
  noNpm: 'Не найден npm. Запускайте через npm: npm start.',
  client: 'Схема',
  generating: 'собираю клиент Prisma',
  generated: 'клиент Prisma собран',
  generateFailed: (why) => `Клиент Prisma не собрался: в prisma/ есть ошибка.\n${why}`,
  seconds: (value) => `${value} с`,
  foreignFolder: (folder) =>
    `Нет права писать в ${folder}. Похоже, проект готовил другой пользователь: запустите под ним или передайте папку себе (chown -R).`,
};

/** @type {typeof ru} */
const en = {
  unknownCommand: (command) => `Unknown command "${command}". The commands are listed under "scripts" in package.json.`,
  node: 'Node',
  takingNode: (have, want) => `this is ${have}, ${want} is needed: taking it from npm into .stardesk/node only`,
  tookNode: (version) => `${version}, a private copy in .stardesk/node`,
  nodeFailed: (want, why) =>
    `Node ${want} could not be taken from npm. Check the way to the npm registry, or install Node 24 yourself.\n${why}`,
  packages: 'Packages',
  installing: 'installing as package-lock.json says',
  installed: (count) => `${count}, exactly as in package-lock.json`,
  waitingForOther: 'another command is installing in this folder: waiting for it',
  installFailed: (why) =>
    `The packages could not be installed, nothing was started. Check the way to the npm registry and the disk space, then repeat.\n${why}`,
  lockDiffers: (names) =>
    `package.json asks for something else than package-lock.json holds (${names}). The file was put back. Run npm install and commit the new package-lock.json.`,
  noNpm: 'npm was not found. Start through npm: npm start.',
  client: 'Schema',
  generating: 'generating the Prisma client',
  generated: 'the Prisma client is generated',
  generateFailed: (why) => `The Prisma client could not be generated: there is a mistake in prisma/.\n${why}`,
  seconds: (value) => `${value} s`,
  foreignFolder: (folder) =>
    `No right to write into ${folder}. Another user seems to have prepared this project: start as that user, or take the folder over (chown -R).`,
};

export const words = speaksRussian ? ru : en;

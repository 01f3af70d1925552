/** A column that says which rows train and which test. Pure. */
import type { CsvColumn } from './columns';
import type { Layout } from './layout';
import type { CsvTable } from './table';

const trains = /^(train(ing)?([ _-]?(set|data))?|tr|训练集?|learn(ing)?)$/i;
/** Points that choose a model do not train it either. */
const tests =
  /^((test(ing)?|val(id(ation)?)?|dev|eval(uation)?|hold[ _-]?out)([ _-]?(set|data))?|te|测试集?|验证集?)$/i;
const yes = /^(1(\.0*)?|true|t|yes|y|是)$/i;
const no = /^(0(\.0*)?|false|f|no|n|否)$/i;
const saysTest = /^(is|in)?[ _.-]?(test|validation|valid|val)([ _-]?set)?$/i;
const saysTrain = /^(is|in)?[ _.-]?train(ing)?([ _-]?set)?$/i;

/** 1 for a test point, 0 for a training point; null where the cell says neither. */
export function splitValue(cell: string, name: string): 0 | 1 | null {
  const text = cell.trim();
  if (trains.test(text)) return 0;
  if (tests.test(text)) return 1;
  if (saysTest.test(name.trim())) return yes.test(text) ? 1 : no.test(text) ? 0 : null;
  if (saysTrain.test(name.trim())) return yes.test(text) ? 0 : no.test(text) ? 1 : null;
  return null;
}

/** Whether every cell says that its row trains or tests, and some do train. */
export function isSplit(table: CsvTable, column: CsvColumn, layout: Layout, index: number): boolean {
  if (column.kinds.length === 0 || column.kinds.length > 4) return false;
  const values = column.kinds.map((kind) => splitValue(kind, column.name));
  if (values.includes(null)) return false;
  // What is the same everywhere is a split by its name alone.
  const isNamed = /split|set|subset|part|fold|划分|数据集/i.test(layout.names[index] ?? '');
  return (new Set(values).size > 1 || isNamed) && table.rows.length > layout.first;
}

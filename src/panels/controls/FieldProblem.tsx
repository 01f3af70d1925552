/** The sentence under a field whose typed value was refused. The region is always there, so that it is read out. */
import styles from './FieldProblem.module.css';

export interface FieldProblemProps {
  id: string;
  problem: string | null;
}

export function FieldProblem({ id, problem }: FieldProblemProps) {
  return (
    <span id={id} role="alert" className={styles.problem}>
      {problem}
    </span>
  );
}

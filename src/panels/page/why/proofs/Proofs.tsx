/** Two proofs on the learner's own network: linear layers collapse to one, and softmax of two classes is logistic regression. */
import { CollapseProof } from './CollapseProof';
import { PairProof } from './PairProof';
import styles from './Proofs.module.css';

export function Proofs() {
  return (
    <div className={styles.proofs}>
      <CollapseProof />
      <PairProof />
    </div>
  );
}

package roadcase.bench;

import java.util.List;

/** One bench. Runs alone; takes what time it needs. */
interface Measure {
    List<Row> run(Setup setup) throws Exception;
}

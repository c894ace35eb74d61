package roadcase.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** What a run of the benches gives, as Markdown or as JSON. */
record Table(String machine, List<Row> rows) {
    void markdown(PrintStream out) {
        out.println("| what | median | p99 | p99.9 | max | bytes a message | also | goal | met |");
        out.println("|---|--:|--:|--:|--:|--:|---|---|---|");
        rows.forEach(row -> out.println(row.markdown()));
        out.println();
        out.println(machine);
    }

    void json(PrintStream out) {
        try {
            out.println(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(
                    Map.of("machine", machine, "rows", rows.stream().map(Row::json).toList())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

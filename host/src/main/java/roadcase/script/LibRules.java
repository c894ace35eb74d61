package roadcase.script;

import java.util.Set;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Lib is full Groovy, but compiling it runs no code and fetches nothing from the network. */
final class LibRules extends CompilationCustomizer {
    private static final Set<String> REFUSED = Set.of("ASTTest", "Grab", "Grapes", "GrabConfig", "GrabExclude",
            "GrabResolver");

    LibRules() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        new ClassCodeVisitorSupport() {
            @Override
            protected SourceUnit getSourceUnit() {
                return source;
            }

            @Override
            public void visitAnnotations(AnnotatedNode node) {
                node.getAnnotations().forEach(a -> check(source, a));
                super.visitAnnotations(node);
            }
        }.visitClass(type);
        for (ImportNode i : source.getAST().getImports()) i.getAnnotations().forEach(a -> check(source, a));
    }

    private static void check(SourceUnit source, AnnotationNode annotation) {
        String name = annotation.getClassNode().getNameWithoutPackage();
        if (REFUSED.contains(name))
            Plain.refuse(source, annotation, "'@" + name
                    + "' is not allowed, not even in lib: it acts while compiling");
    }
}

package dev.kontor.platform.web.input;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;

class FormsTest {

    private final Forms forms = new Forms();

    FormsTest() {
        Arrays.stream(Things.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .forEach(method -> forms.configure(new Info(method), null));
    }

    private record Info(Method method) implements ResourceInfo {

        @Override
        public Method getResourceMethod() {
            return method;
        }

        @Override
        public Class<?> getResourceClass() {
            return Things.class;
        }
    }

    @Path("/v1/things")
    @Produces("application/json")
    @SuppressWarnings("UnusedVariable")
    interface Things {

        @GET
        String list(@RestQuery String search, @Context HttpHeaders headers);

        @POST
        String add(String body, @Context HttpHeaders headers);

        @POST
        @Consumes({"text/csv;charset=utf-8", "text/plain"})
        @Produces("text/csv, application/json")
        String addTable(String body);

        @GET
        @Path("/{id}")
        String one(@RestPath String id);

        @GET
        @Path("/special")
        @Produces("text/html")
        String special();

        @GET
        @Path("/{id}/drawings/{drawing}.svg")
        @Produces("image/svg+xml")
        String drawing(@RestPath String id, @RestPath String drawing);

        @DELETE
        @Path("/{id}")
        @APIResponse(responseCode = "204", description = "Gone")
        Response remove(@RestPath String id);

        @DELETE
        void removeAll();

        @POST
        @Path("/{id}/prints")
        @APIResponse(responseCode = "201", content = @Content(mediaType = "application/pdf"))
        Response print(@RestPath String id);
    }

    private List<String> answers(String method, String path) {
        return forms.of(method, path).stream()
                .flatMap(form -> form.answers().stream())
                .toList();
    }

    @Test
    void whatIsWrittenOutGoesBeforeAVariable() {
        assertThat(answers("GET", "/v1/things/special")).containsExactly("text/html");
        assertThat(answers("HEAD", "/v1/things/x%20y")).containsExactly("application/json");
        assertThat(answers("GET", "/v1/things/1/drawings/a.svg")).containsExactly("image/svg+xml");
        assertThat(forms.of("GET", "/v1/things/1/drawings/a.png")).isEmpty();
        assertThat(forms.of("GET", "/v1/nothing")).isEmpty();
        assertThat(forms.of("PATCH", "/v1/things")).isEmpty();
    }

    @Test
    void aBodyIsJsonUnlessItSaysSomethingElse() {
        assertThat(forms.of("POST", "/v1/things"))
                .extracting(Form::takes)
                .containsExactlyInAnyOrder(List.of("application/json"), List.of("text/csv", "text/plain"));
        assertThat(forms.of("GET", "/v1/things")).extracting(Form::takes).containsExactly(List.of());
        assertThat(forms.of("POST", "/v1/things/1/prints"))
                .extracting(Form::takes)
                .containsExactly(List.of());
    }

    @Test
    void anAnswerWithoutContentHasNoType() {
        assertThat(answers("DELETE", "/v1/things/1")).isEmpty();
        assertThat(answers("DELETE", "/v1/things")).isEmpty();
    }
}

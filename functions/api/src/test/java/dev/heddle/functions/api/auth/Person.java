package dev.heddle.functions.api.auth;

import dev.heddle.events.AuthorizerEvent;
import dev.heddle.events.AuthorizerReply;
import dev.heddle.functions.api.RouteClient;
import dev.heddle.functions.api.RouteClient.Answer;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.aws.cloud.SecureIds;
import dev.heddle.functions.core.door.JobDoor;
import java.util.List;
import java.util.Map;

/** Someone with a browser who signs up and in. */
final class Person {
  static final String PASSWORD = "correct horse battery";
  private static final String AUTH = "/api/v1/auth/";
  private static final Map<String, String> OWN_PAGE = Map.of("x-heddle-csrf", "1");

  final AwsDeployment cloud;
  final String word = new SecureIds().next("p").substring(2);
  final String email = "Ada." + word + "@example.com";
  final String workspace = "Acme " + word;
  final RouteClient anyone;

  Person(AwsDeployment cloud) {
    this.cloud = cloud;
    anyone = RouteClient.anyone(cloud).from("198.51.100." + word);
  }

  Answer signUp() {
    return signUp(email, PASSWORD, workspace);
  }

  Answer signUp(String email, String password, String workspace) {
    return anyone.post(
        AUTH + "signup",
        """
        {"email": "%s", "password": "%s", "name": "Ada", "workspace": "%s"}\
        """
            .formatted(email, password, workspace));
  }

  Answer logIn(String email, String password) {
    return logIn(anyone, email, password);
  }

  static Answer logIn(RouteClient from, String email, String password) {
    return from.post(
        AUTH + "login",
        """
        {"email": "%s", "password": "%s"}\
        """
            .formatted(email, password));
  }

  /** The cookie an answer set, as a browser sends it back. */
  static String cookie(Answer answer) {
    return answer.cookies().getFirst().replaceFirst(";.*", "");
  }

  Answer refresh(String cookie) {
    return anyone.with(cookie).post(AUTH + "refresh", OWN_PAGE, "");
  }

  Answer refresh(String cookie, Map<String, String> headers) {
    return anyone.with(cookie).post(AUTH + "refresh", headers, "");
  }

  Answer logOut(String cookie) {
    return anyone.with(cookie).post(AUTH + "logout", OWN_PAGE, "");
  }

  Answer logOut(String cookie, Map<String, String> headers) {
    return anyone.with(cookie).post(AUTH + "logout", headers, "");
  }

  /** The API for whoever carries this token. */
  RouteClient with(Answer session) {
    AuthorizerReply reply = authorize("Bearer " + session.text("/accessToken"));
    return RouteClient.caller(cloud, reply.context());
  }

  AuthorizerReply authorize(String header) {
    var job = new AuthorizeRequest();
    return JobDoor.open(job, cloud.ports(job))
        .answer(new AuthorizerEvent("2.0", "$default", "/", List.of(header), Map.of()));
  }
}

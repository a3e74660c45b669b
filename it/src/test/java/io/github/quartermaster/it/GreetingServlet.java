package io.github.quartermaster.it;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Travels in an AMP and answers in Tomcat. */
@WebServlet("/greeting-servlet")
public final class GreetingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static final String GREETING = "a class of an AMP";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response.getWriter().print(GREETING);
  }
}

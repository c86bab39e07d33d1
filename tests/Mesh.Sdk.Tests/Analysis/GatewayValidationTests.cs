using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Tests.Analysis;

public sealed class GatewayValidationTests
{
    private static readonly Port Https = new() { Number = 443, Name = "https", Protocol = "HTTPS" };

    [Test]
    public void A_secret_ends_the_checks_of_files() =>
        Findings.Of(Findings.Gateway(Server(Https, new() { Mode = ServerTlsMode.Mutual, CredentialName = "orders", CaCrl = "crl" }))).Should().BeEmpty();

    [Test]
    public void Tls_is_not_asked_of_a_port_that_is_wrong() =>
        Findings.Of(Findings.Gateway(Server(Https with { Number = 0 }, null))).Should().Equal("MESH2512");

    [Test]
    public void A_revocation_list_is_not_for_simple_tls() =>
        Findings.Of(Findings.Gateway(Server(Https, new() { Mode = ServerTlsMode.Simple, ServerCertificate = "c", PrivateKey = "k", CaCrl = "crl" })))
            .Should().Equal("MESH2541");

    [TestCase("/orders.example.com", "MESH2506", "MESH2507")]
    [TestCase("shop/", "MESH2503", "MESH2504", "MESH2506")]
    [TestCase("*/*")]
    [TestCase("2001:db8::1", "MESH2503")]
    public void A_host_is_checked_by_its_halves(string host, params string[] codes) =>
        Findings.Of(Findings.Gateway(new Server { Port = new() { Number = 80, Name = "http", Protocol = "HTTP" }, Hosts = [host] })).Should().Equal(codes);

    [TestCase("+HIGH", false)]
    [TestCase("ALL", false)]
    [TestCase("HIGH", true)]
    public void An_expression_of_suites_passes(string suite, bool isFound) =>
        Findings.Of(Findings.Gateway(Server(Https, new() { Mode = ServerTlsMode.Simple, CredentialName = "orders", CipherSuites = [suite] })))
            .Should().Equal(isFound ? ["MESH2531"] : []);

    private static Server Server(Port port, ServerTlsSettings? tls) => new() { Port = port, Hosts = ["orders.example.com"], Tls = tls };
}

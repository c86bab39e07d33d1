using System.Security.Cryptography.X509Certificates;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.IntegrationTests.Kubernetes;

public sealed class TlsTests
{
    private static readonly KubernetesClientOptions Once = new() { Retry = new() { MaxRetries = 0 } };

    private LabCluster _east = null!;

    [OneTimeSetUp]
    public async Task Start() => _east = await SharedLab.EastAsync();

    [TearDown]
    public Task Repair() => _east.Faults.ClearAsync();

    [Test]
    public async Task A_server_of_another_authority_is_refused()
    {
        LabCluster west = await SharedLab.WestAsync();

        KubernetesConnectionException error = await FailureOfAsync(_east.Connection with { CertificateAuthorityPem = west.Connection.CertificateAuthorityPem });

        error.Failure.Should().Be(KubernetesConnectionFailure.UntrustedCertificate);
        error.Message.Should().Contain(_east.Server.Authority).And.Contain("certificate-authority-data");
    }

    [Test]
    public async Task A_server_is_not_trusted_by_the_authorities_of_the_machine() =>
        (await FailureOfAsync(_east.Connection with { CertificateAuthorityPem = null })).Failure.Should().Be(KubernetesConnectionFailure.UntrustedCertificate);

    [Test]
    public async Task A_server_of_another_name_is_refused() =>
        (await FailureOfAsync(_east.Connection with { TlsServerName = "other.example.org" })).Failure.Should().Be(KubernetesConnectionFailure.WrongServerName);

    [Test]
    public async Task The_name_to_expect_can_be_told()
    {
        using KubernetesApiClient client = KubernetesApiClient.Connect(_east.Connection with { TlsServerName = "kubernetes" });

        (await client.GetVersionAsync()).Major.Should().Be("1");
    }

    [Test]
    public async Task A_server_whose_certificate_has_ended_is_refused()
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = Certificates.Server(now.AddDays(-2), now.AddDays(-1));
        using TlsListener listener = new(certificate);

        KubernetesConnectionException error = await FailureOfAsync(new() { Server = listener.Address, CertificateAuthorityPem = certificate.ExportCertificatePem() });

        error.Failure.Should().Be(KubernetesConnectionFailure.ExpiredCertificate);
        error.Remedy.Should().Contain("Renew");
    }

    [Test]
    public async Task A_certificate_that_the_authority_signed_for_a_client_makes_no_server()
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        (string certificate, string key) = Certificates.Client(_east.Folder, "CN=jane", now.AddHours(-1), now.AddHours(1));
        using X509Certificate2 jane = X509Certificate2.CreateFromPem(certificate, key);
        using TlsListener listener = new(jane);

        KubernetesConnectionException error = await FailureOfAsync(new() { Server = listener.Address, CertificateAuthorityPem = _east.Connection.CertificateAuthorityPem });

        error.Failure.Should().Be(KubernetesConnectionFailure.UntrustedCertificate);
    }

    [Test]
    public async Task A_client_certificate_that_has_ended_is_told_before_and_refused_by_the_server()
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        (string certificate, string key) = Certificates.Client(_east.Folder, "CN=admin", now.AddDays(-2), now.AddDays(-1));
        Certificates.Write(_east.Folder, "ended", certificate, key);
        string text = KubeConfigText.Of(_east, "{client-certificate: ended.crt, client-key: ended.key}");

        KubernetesConnection connection = KubeConfig.Parse(text, _east.KubeConfigPath).GetConnection();
        using KubernetesApiClient client = KubernetesApiClient.Connect(connection);
        Func<Task> ask = () => client.CanAsync(new("*", "*", "*"));

        connection.Report.Should().ContainSingle().Which.Code.Should().Be("MESH4118");
        (await ask.Should().ThrowAsync<KubernetesApiException>()).Which.Reason.Should().Be(KubernetesErrorReason.Unauthorized);
    }

    [Test]
    public async Task Verification_can_be_skipped_and_this_is_said_aloud()
    {
        string text = await File.ReadAllTextAsync(_east.KubeConfigPath);
        string insecure = string.Join('\n', text.Split('\n').Select(line => line.Contains("certificate-authority-data", StringComparison.Ordinal) ? "    insecure-skip-tls-verify: true" : line));
        Warnings warnings = new();
        using KubernetesApiClient client = KubernetesApiClient.Connect(KubeConfig.Parse(insecure).GetConnection(), new() { Warnings = warnings });

        (await client.GetVersionAsync()).Major.Should().Be("1");
        warnings.Should().ContainSingle().Which.Code.Should().Be("MESH4112");
    }

    [Test]
    public async Task Something_that_is_no_API_server_is_said_to_be_none()
    {
        await _east.Faults.AddAsync(new("/version") { Status = 200, Body = "<html>Welcome</html>" });

        (await FailureOfAsync(_east.Connection)).Failure.Should().Be(KubernetesConnectionFailure.NotKubernetes);
    }

    [Test]
    public async Task A_proxy_is_asked_for_the_way()
    {
        using ProxyListener proxy = new();

        KubernetesConnectionException error = await FailureOfAsync(_east.Connection with { ProxyUrl = proxy.Address });

        (await proxy.FirstLine).Should().StartWith($"CONNECT {_east.Server.Authority} ");
        error.WasSent.Should().BeFalse();
    }

    [Test]
    public async Task User_and_password_of_the_proxy_stand_in_its_address()
    {
        using GuardedProxy proxy = new();

        KubernetesConnectionException error = await FailureOfAsync(_east.Connection with { ProxyUrl = new($"http://jane:p%40ss@{proxy.Address}") });

        (await proxy.Credential).Should().Be($"Basic {Convert.ToBase64String("jane:p@ss"u8)}");
        error.ToString().Should().NotContain("p%40ss").And.NotContain("p@ss");
    }

    private static async Task<KubernetesConnectionException> FailureOfAsync(KubernetesConnection connection)
    {
        using KubernetesApiClient client = KubernetesApiClient.Connect(connection, Once);
        Func<Task> ask = () => client.GetVersionAsync();
        return (await ask.Should().ThrowAsync<KubernetesConnectionException>()).Which;
    }
}

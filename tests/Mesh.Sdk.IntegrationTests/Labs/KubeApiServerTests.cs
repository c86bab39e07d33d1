using System.Runtime.Versioning;
using Mesh.Sdk.IntegrationTests.Kubernetes;
using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>
/// Labs of the programs that KUBEBUILDER_ASSETS names. The kube-apiserver here is a script that knows the flags of a genuine one, refuses others as it
/// does, and has the lab's server do the work: so the command line, certificates, tokens and waiting are run wherever there is a lab.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class KubeApiServerTests
{
    private const string Translating = """
        while [ $# -gt 0 ]; do
          case "$1" in
            --etcd-servers) etcd=$2 ;;
            --etcd-prefix) prefix=$2 ;;
            --secure-port) port=$2 ;;
            --cert-dir) folder=$2 ;;
            --token-auth-file) tokens=$2 ;;
            --bind-address | --advertise-address) [ "$2" = 127.0.0.1 ] || exit 1 ;;
            --tls-cert-file | --tls-private-key-file | --client-ca-file | --service-account-key-file | --service-account-signing-key-file)
              [ -r "$2" ] || { echo "Error: open $2: no such file or directory" >&2; exit 1; } ;;
            --authorization-mode | --disable-admission-plugins | --service-cluster-ip-range | --service-account-issuer) ;;
            *) echo "Error: unknown flag: $1" >&2; exit 1 ;;
          esac
          shift 2
        done
        mkdir -p "$folder/server"
        cp "$folder/ca.crt" "$folder/ca.key" "$folder/server"
        exec SERVER --out "$folder/server" --etcd-servers "$etcd" --etcd-prefix "$prefix" --token-file "$tokens" --port "$port"
        """;

    private static readonly LabPrograms Own = LabPrograms.Of(name => name == "KUBEBUILDER_ASSETS" ? null : Environment.GetEnvironmentVariable(name));

    private string _assets = "";

    [SetUp]
    public void MakeAssets()
    {
        Own.Require();
        _assets = Directory.CreateTempSubdirectory("mesh-assets-").FullName;
        File.CreateSymbolicLink(Path.Combine(_assets, "etcd"), Own.Etcd);
    }

    [TearDown]
    public void Remove() => Directory.Delete(_assets, recursive: true);

    [Test]
    public void The_programs_are_those_that_the_environment_names()
    {
        LabPrograms genuine = LabPrograms.Of(name => name == "KUBEBUILDER_ASSETS" ? _assets : null);
        LabPrograms own = LabPrograms.Of(name => name == "MESH_LAB_CACHE" ? _assets : "");

        genuine.Should().Be(new LabPrograms(_assets, true));
        genuine.Server.Should().Be(Path.Combine(_assets, "kube-apiserver"));
        own.Server.Should().Be(Path.Combine(_assets, "bin", "mesh-lab"));
    }

    [Test]
    public async Task A_kube_apiserver_is_started_served_by_and_started_again()
    {
        await using Lab lab = await Lab.StartAsync(Assets(Translating.Replace("SERVER", Own.Server, StringComparison.Ordinal)), "east", "west");
        LabCluster east = lab["east"];
        using KubernetesApiClient client = east.Connect();
        await client.ApplyAsync(Objects.ConfigMap("default", "settings"), new() { FieldManager = "test" });

        east.Dispose();
        await east.StartAsync();

        (await client.FindAsync(new("", "v1", "ConfigMap", "default", "settings"))).Should().NotBeNull();
        using KubernetesApiClient west = lab["west"].Connect();
        (await west.FindAsync(new("", "v1", "ConfigMap", "default", "settings"))).Should().BeNull("it is another cluster");
        using KubernetesApiClient viewer = KubernetesApiClient.Connect(east.ConnectionWith(Lab.ViewerToken));
        (await viewer.CanAsync(new("*", "*", "*"))).IsAllowed.Should().BeFalse("the viewer is known and may nothing");
    }

    [Test]
    public async Task A_kube_apiserver_that_ends_is_quoted()
    {
        Func<Task> start = () => Lab.StartAsync(Assets("echo 'Error: unknown flag: --etcd-servers' >&2; exit 1"), "east");

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*kube-apiserver ended with exit code 1: *unknown flag: --etcd-servers*");
    }

    private LabPrograms Assets(string script)
    {
        string path = Path.Combine(_assets, "kube-apiserver");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new(_assets, true);
    }
}

using Mesh.Sdk.Kafka.Connect.Requests;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>
/// The REST interface of a Kafka Connect cluster. Any worker answers, as workers forward to their leader: one that can't be reached is left for
/// the next. While the workers rebalance (409) requests are repeated with growing, drawn waits. Safe for several threads.
/// </summary>
/// <remarks>
/// All methods throw <see cref="ConnectApiException"/> when a worker refuses and <see cref="ConnectUnavailableException"/> when none answers.
/// Requests that would not be the same twice (creating, restarting) are repeated only if they surely did not reach a worker.
/// </remarks>
public sealed partial class ConnectClient
{
    private readonly ConnectSender _sender;

    /// <summary>Asks the worker at the base address of a client of yours.</summary>
    /// <param name="http">Its base address is the worker. TLS, client certificates and proxies belong to its handler. It is not disposed.</param>
    public ConnectClient(HttpClient http)
        : this(http, [http?.BaseAddress ?? throw new ArgumentException("The client has no base address; give the addresses of the workers.", nameof(http))], ConnectClientOptions.Default)
    {
    }

    /// <summary>Asks the workers of a Connect cluster.</summary>
    /// <param name="http">TLS, client certificates and proxies belong to its handler. It is not disposed.</param>
    /// <param name="workers">Addresses such as <c>https://connect-1.example.org:8083</c>, without user and password.</param>
    /// <param name="options">How to ask.</param>
    public ConnectClient(HttpClient http, IEnumerable<Uri> workers, ConnectClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(workers);
        ArgumentNullException.ThrowIfNull(options);
        Workers = workers.ToEquatableList();
        if (Workers.Count == 0 || Workers.Any(w => !w.IsAbsoluteUri || w.Scheme is not ("http" or "https") || w.UserInfo.Length > 0 || w.Query.Length > 0))
        {
            throw new ArgumentException("Give at least one worker, as absolute address with http or https, without user, password and query.", nameof(workers));
        }

        _sender = new(http, [.. Workers], options);
    }

    /// <summary>Gets the addresses of the workers.</summary>
    public EquatableList<Uri> Workers { get; }

    /// <summary>Returns what a worker says of itself: <c>GET /</c>.</summary>
    public Task<ConnectWorkerInfo> GetRootAsync(CancellationToken cancellationToken = default) =>
        GetAsync("/", ConnectAnswers.Root, cancellationToken);

    /// <summary>Returns the names of all connectors: <c>GET /connectors</c>.</summary>
    public Task<EquatableList<string>> ListAsync(CancellationToken cancellationToken = default) =>
        GetAsync("/connectors", ConnectAnswers.Names, cancellationToken);

    /// <summary>Returns all connectors with their state, by name: <c>GET /connectors?expand=info&amp;expand=status</c>.</summary>
    public Task<EquatableList<ConnectorSnapshot>> ListSnapshotsAsync(CancellationToken cancellationToken = default) =>
        GetAsync("/connectors?expand=info&expand=status", ConnectAnswers.Snapshots, cancellationToken);

    /// <summary>Returns a connector: <c>GET /connectors/{name}</c>.</summary>
    public Task<ConnectorInfo> GetConnectorAsync(string name, CancellationToken cancellationToken = default) =>
        GetAsync(PathOf(name), ConnectAnswers.Info, cancellationToken);

    /// <summary>Returns the configuration of a connector: <c>GET /connectors/{name}/config</c>.</summary>
    public Task<EquatableMap<string>> GetConfigAsync(string name, CancellationToken cancellationToken = default) =>
        GetAsync(PathOf(name, "/config"), ConnectAnswers.Config, cancellationToken);

    /// <summary>Returns how a connector and its tasks are: <c>GET /connectors/{name}/status</c>.</summary>
    public Task<ConnectorStatus> GetStatusAsync(string name, CancellationToken cancellationToken = default) =>
        GetAsync(PathOf(name, "/status"), ConnectAnswers.Status, cancellationToken);

    /// <summary>Returns the tasks of a connector: <c>GET /connectors/{name}/tasks</c>.</summary>
    public Task<EquatableList<ConnectorTask>> GetTasksAsync(string name, CancellationToken cancellationToken = default) =>
        GetAsync(PathOf(name, "/tasks"), ConnectAnswers.Tasks, cancellationToken);

    /// <summary>Returns the topics that a connector has used since it was made or they were reset: <c>GET /connectors/{name}/topics</c>.</summary>
    public Task<EquatableList<string>> GetTopicsAsync(string name, CancellationToken cancellationToken = default) =>
        GetAsync(PathOf(name, "/topics"), ConnectAnswers.Topics, cancellationToken);

    /// <summary>Returns the connector classes that the worker has: <c>GET /connector-plugins</c>.</summary>
    public Task<EquatableList<ConnectPluginInfo>> GetPluginsAsync(CancellationToken cancellationToken = default) =>
        GetAsync("/connector-plugins", ConnectAnswers.Plugins, cancellationToken);

    private static string PathOf(string name, string rest = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name is "." or "..")
        {
            throw new ArgumentException("A connector of this name can't be addressed.", nameof(name));
        }

        return $"/connectors/{Uri.EscapeDataString(name)}{rest}";
    }

    private async Task<T> GetAsync<T>(string path, Func<System.Text.Json.JsonElement, T> read, CancellationToken cancellationToken)
    {
        ConnectAnswer answer = await _sender.SendAsync(new(HttpMethod.Get, path), cancellationToken).ConfigureAwait(false);
        return answer.Read(read);
    }
}

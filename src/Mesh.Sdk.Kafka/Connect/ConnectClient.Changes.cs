using Mesh.Sdk.Kafka.Connect.Requests;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>Configurations, states and restarts.</summary>
public sealed partial class ConnectClient
{
    /// <summary>Lets a worker look for mistakes in a configuration: <c>PUT /connector-plugins/{class}/config/validate</c>. Changes nothing.</summary>
    /// <param name="config">Settings by name, with <c>connector.class</c> and <c>name</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException"><c>connector.class</c> is missing.</exception>
    public async Task<ConnectValidation> ValidateAsync(IReadOnlyDictionary<string, string> config, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(config);
        string className = config.GetValueOrDefault("connector.class", "");
        ArgumentException.ThrowIfNullOrEmpty(className, nameof(config));
        ConnectRequest request = With(config, new(HttpMethod.Put, $"/connector-plugins/{Uri.EscapeDataString(className)}/config/validate"));
        ConnectAnswer answer = await _sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Read(json => ConnectAnswers.Validation(json, request.Secrets));
    }

    /// <summary>Creates a connector or replaces its configuration: <c>PUT /connectors/{name}/config</c>. Its state stays.</summary>
    /// <param name="name">Name.</param>
    /// <param name="config">All settings by name; a <c>name</c> among them has to be the same.</param>
    /// <param name="cancellationToken">Ends the wait, not what was begun.</param>
    public async Task<ConnectorInfo> PutConfigAsync(string name, IReadOnlyDictionary<string, string> config, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(config);
        ConnectAnswer answer = await _sender.SendAsync(With(config, new(HttpMethod.Put, PathOf(name, "/config"))), cancellationToken).ConfigureAwait(false);
        return answer.Read(ConnectAnswers.Info);
    }

    /// <summary>Creates a connector in a state: <c>POST /connectors</c> with <c>initial_state</c>, since Kafka 3.7.</summary>
    /// <param name="name">Name.</param>
    /// <param name="config">Settings by name.</param>
    /// <param name="state">Running, paused or stopped; stopped leaves time to set offsets.</param>
    /// <param name="cancellationToken">Ends the wait, not what was begun.</param>
    /// <exception cref="ConnectApiException">Also if it exists: <see cref="ConnectErrorReason.AlreadyExists"/>.</exception>
    public async Task<ConnectorInfo> CreateAsync(string name, IReadOnlyDictionary<string, string> config, ConnectState state, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(config);
        ThrowUnlessTarget(state);
        ConnectRequest request = new(HttpMethod.Post, "/connectors")
        {
            Body = ConnectBodies.Connector(name, config, state),
            Secrets = SecretSettings.ValuesOf(config),
            IsRepeatable = false,
        };
        ConnectAnswer answer = await _sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Read(ConnectAnswers.Info);
    }

    /// <summary>Deletes a connector: <c>DELETE /connectors/{name}</c>. Its offsets stay, and count again for a connector of the same name.</summary>
    public Task DeleteAsync(string name, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(new(HttpMethod.Delete, PathOf(name)) { IsRemoval = true }, cancellationToken);

    /// <summary>Brings a connector into a state: <c>PUT /connectors/{name}/resume</c>, <c>pause</c> or <c>stop</c> (since Kafka 3.5).</summary>
    /// <param name="name">Name.</param>
    /// <param name="state">Running, paused or stopped. Tasks follow later.</param>
    /// <param name="cancellationToken">Ends the wait, not what was begun.</param>
    public Task SetStateAsync(string name, ConnectState state, CancellationToken cancellationToken = default)
    {
        ThrowUnlessTarget(state);
        string verb = state switch { ConnectState.Running => "/resume", ConnectState.Paused => "/pause", _ => "/stop" };
        return _sender.SendAsync(new(HttpMethod.Put, PathOf(name, verb)), cancellationToken);
    }

    /// <summary>Pauses a connector.</summary>
    public Task PauseAsync(string name, CancellationToken cancellationToken = default) => SetStateAsync(name, ConnectState.Paused, cancellationToken);

    /// <summary>Resumes a connector that was paused or stopped.</summary>
    public Task ResumeAsync(string name, CancellationToken cancellationToken = default) => SetStateAsync(name, ConnectState.Running, cancellationToken);

    /// <summary>Stops a connector and removes its tasks; configuration and offsets stay.</summary>
    public Task StopAsync(string name, CancellationToken cancellationToken = default) => SetStateAsync(name, ConnectState.Stopped, cancellationToken);

    /// <summary>Restarts a connector: <c>POST /connectors/{name}/restart</c>.</summary>
    /// <returns>What is about to be restarted; <see langword="null"/> where the worker tells nothing, as for <see cref="ConnectorRestart.Connector"/>.</returns>
    public async Task<ConnectorStatus?> RestartAsync(string name, ConnectorRestart restart, CancellationToken cancellationToken = default)
    {
        string query = restart switch
        {
            ConnectorRestart.Connector => "",
            ConnectorRestart.ConnectorAndTasks => "?includeTasks=true&onlyFailed=false",
            _ => "?includeTasks=true&onlyFailed=true",
        };
        ConnectAnswer answer = await _sender.SendAsync(new(HttpMethod.Post, PathOf(name, $"/restart{query}")) { IsRepeatable = false }, cancellationToken).ConfigureAwait(false);
        return answer.Text.Length == 0 ? null : answer.Read(ConnectAnswers.Status);
    }

    /// <summary>Restarts a task: <c>POST /connectors/{name}/tasks/{task}/restart</c>.</summary>
    public Task RestartTaskAsync(string name, int task, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(task);
        return _sender.SendAsync(new(HttpMethod.Post, PathOf(name, $"/tasks/{task}/restart")) { IsRepeatable = false }, cancellationToken);
    }

    private static ConnectRequest With(IReadOnlyDictionary<string, string> config, ConnectRequest request) =>
        request with { Body = ConnectBodies.Config(config), Secrets = SecretSettings.ValuesOf(config) };

    private static void ThrowUnlessTarget(ConnectState state)
    {
        if (state is not (ConnectState.Running or ConnectState.Paused or ConnectState.Stopped))
        {
            throw new ArgumentOutOfRangeException(nameof(state), state, "A connector can be running, paused or stopped.");
        }
    }
}

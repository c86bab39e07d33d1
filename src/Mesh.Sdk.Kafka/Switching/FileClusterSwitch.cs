using System.Runtime.CompilerServices;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>
/// A switch in a file, which has a <see cref="SwitchState"/> as text, so that processes of one machine, or of all machines that mount one
/// ConfigMap, follow together. The file is read again and again, as no notice arrives from mounted volumes everywhere; behind a symbolic
/// link, as ConfigMaps are mounted, the file that it leads to is read. A file that is absent or makes no sense leaves the state as it was.
/// </summary>
public sealed class FileClusterSwitch : SettableClusterSwitch, IActiveCluster
{
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(1);

    private readonly string _path;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _time;
    private volatile SwitchState _state;

    /// <summary>Makes a switch of a file.</summary>
    /// <param name="path">File.</param>
    /// <param name="interval">How often it is read; 1 s unless told otherwise.</param>
    /// <param name="time">Clock; by default that of the system.</param>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="FormatException">It has no state.</exception>
    public FileClusterSwitch(string path, TimeSpan? interval = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        (_path, _interval, _time) = (path, interval ?? DefaultInterval, time ?? TimeProvider.System);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_interval, TimeSpan.Zero, nameof(interval));
        _state = SwitchState.Parse(File.ReadAllText(path));
    }

    /// <inheritdoc/>
    public SwitchState State => _state = Read();

    /// <inheritdoc/>
    public async IAsyncEnumerable<SwitchState> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using PeriodicTimer timer = new(_interval, _time);
        SwitchState? told = null;
        do
        {
            if (State is var state && state != told)
            {
                yield return told = state;
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Writes a state, so that readers see the old file or the new one and nothing between.</summary>
    /// <param name="state">State.</param>
    /// <param name="cancellationToken">Not looked at once writing has begun.</param>
    /// <exception cref="IOException">The file can't be written.</exception>
    public override Task SetAsync(SwitchState state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        cancellationToken.ThrowIfCancellationRequested();
        return AtomicFile.WriteTextAsync(_path, state + "\n");
    }

    /// <inheritdoc/>
    protected override Task<SwitchState?> GetAsync(CancellationToken cancellationToken) => Task.FromResult<SwitchState?>(State);

    private SwitchState Read()
    {
        try
        {
            return SwitchState.TryParse(File.ReadAllText(_path), out SwitchState? state) ? state : _state;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return _state;
        }
    }
}

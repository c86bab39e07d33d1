using System.Runtime.CompilerServices;

namespace Mesh.Sdk.Simulation;

/// <summary>Envoy's outlier detection for the hosts of one service, as one client sees them. Time is told, never asked for.</summary>
/// <remarks>
/// Hosts have indexes from 0. Not safe for use by several threads at once. Source: Envoy, <c>source/common/upstream/outlier_detection_impl.cc</c>;
/// specification 7.
/// </remarks>
public sealed partial class OutlierDetector
{
    private const int ServiceUnavailable = 503;
    private const int GatewayTimeout = 504;

    private readonly OutlierDetectorSettings _settings;
    private readonly SimulationRandom _random;
    private readonly long _threshold5xx;
    private readonly long _thresholdGateway;
    private readonly long _thresholdLocalOrigin;
    private HostMonitor[] _hosts;
    private int _count;
    private int _present;

    /// <summary>Starts with hosts that are all in service.</summary>
    /// <param name="settings">When and for how long hosts are ejected.</param>
    /// <param name="hosts">Number of hosts.</param>
    /// <param name="seed">Seed for jitter, and for detectors that are enforced in part.</param>
    public OutlierDetector(OutlierDetectorSettings settings, int hosts, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegative(hosts);
        _settings = settings;
        _random = new(seed);
        _threshold5xx = settings.Consecutive5xx.Threshold;
        _thresholdGateway = settings.ConsecutiveGatewayFailure.Threshold;
        _thresholdLocalOrigin = settings.ConsecutiveLocalOriginFailure.Threshold;
        _hosts = new HostMonitor[hosts];
        _count = _present = hosts;
    }

    /// <summary>Gets the number of hosts, those removed not counted.</summary>
    public int Hosts => _present;

    /// <summary>Gets how many hosts are ejected now.</summary>
    public int EjectedHosts { get; private set; }

    /// <summary>Gets how many ejections the limit has prevented (Envoy's <c>ejections_overflow</c>).</summary>
    public long EjectionsOverflow { get; private set; }

    /// <summary>Gets what ejected the host that was ejected last; <see langword="null"/> if none was.</summary>
    public EjectionCause? LastCause { get; private set; }

    /// <summary>Returns whether a host is ejected.</summary>
    public bool IsEjected(int host) => Monitor(host).IsEjected;

    /// <summary>Returns how many times the base ejection time the next ejection of a host builds on.</summary>
    public long MultiplierOf(int host) => Monitor(host).Multiplier;

    /// <summary>Adds a host in service and returns its index.</summary>
    public int AddHost()
    {
        if (_count == _hosts.Length)
        {
            Array.Resize(ref _hosts, Math.Max(4, _count * 2));
        }

        _hosts[_count] = default;
        _present++;
        return _count++;
    }

    /// <summary>Removes a host; it leaves the number of hosts and, if it was ejected, of ejected ones. Its index is not used again.</summary>
    public void RemoveHost(int host)
    {
        ref HostMonitor monitor = ref Monitor(host);
        if (!monitor.IsGone)
        {
            EjectedHosts -= monitor.IsEjected ? 1 : 0;
            _present--;
            monitor = new HostMonitor { IsGone = true };
        }
    }

    /// <summary>Counts answers of a host.</summary>
    /// <param name="host">Index of the host.</param>
    /// <param name="status">Status code of the answers.</param>
    /// <param name="now">Time since the start.</param>
    /// <param name="count">How many in a row.</param>
    /// <returns>Whether the host was ejected by them.</returns>
    public bool Respond(int host, int status, TimeSpan now, long count = 1)
    {
        ref HostMonitor monitor = ref Monitor(host);
        bool wasEjected = monitor.IsEjected;
        for (long i = 0; i < count; i++)
        {
            // Whatever a host answers, it was reached.
            if (_settings.SplitsExternalLocalOriginErrors)
            {
                CountConnection(ref monitor, isConnected: true, now);
            }

            if (IsFailure(status))
            {
                CountFailure(ref monitor, status, now);
            }
            else
            {
                CountSuccess(ref monitor);
            }
        }

        return monitor.IsEjected && !wasEjected;
    }

    /// <summary>Counts what became of connections to a host.</summary>
    /// <param name="host">Index of the host.</param>
    /// <param name="result">What became of them.</param>
    /// <param name="now">Time since the start.</param>
    /// <param name="count">How many in a row.</param>
    /// <returns>Whether the host was ejected by them.</returns>
    public bool Connect(int host, LocalOriginResult result, TimeSpan now, long count = 1)
    {
        if (!_settings.SplitsExternalLocalOriginErrors)
        {
            // A connection that stands says nothing yet: its answer will.
            return result != LocalOriginResult.Connected
                && Respond(host, result == LocalOriginResult.Timeout ? GatewayTimeout : ServiceUnavailable, now, count);
        }

        ref HostMonitor monitor = ref Monitor(host);
        bool wasEjected = monitor.IsEjected;
        for (long i = 0; i < count; i++)
        {
            CountConnection(ref monitor, result == LocalOriginResult.Connected, now);
        }

        return monitor.IsEjected && !wasEjected;
    }

    /// <summary>Counts one successful answer: what <see cref="Respond"/> does for it, without its checks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Succeed(int host)
    {
        ref HostMonitor monitor = ref _hosts[host];
        CountSuccess(ref monitor);
        if (_settings.SplitsExternalLocalOriginErrors)
        {
            CountConnection(ref monitor, isConnected: true, default);
        }
    }

    private static void CountSuccess(ref HostMonitor monitor)
    {
        monitor.Answers++;
        monitor.GoodAnswers++;
        monitor.Run5xx = 0;
        monitor.RunGateway = 0;
    }

    private bool IsFailure(int status) => _settings.HttpErrorCodes.IsSet ? _settings.HttpErrorCodes.AsSpan().Contains(status) : status is >= 500 and <= 599;

    private void CountFailure(ref HostMonitor monitor, int status, TimeSpan now)
    {
        monitor.Answers++;
        if (status is not (502 or ServiceUnavailable or GatewayTimeout))
        {
            monitor.RunGateway = 0;
        }
        else if (++monitor.RunGateway == _thresholdGateway && !monitor.IsEjected)
        {
            Eject(ref monitor, EjectionCause.ConsecutiveGatewayFailure, _settings.ConsecutiveGatewayFailure.EnforcingPercent, now);
            monitor.RunGateway = 0;
        }

        if (++monitor.Run5xx == _threshold5xx && !monitor.IsEjected)
        {
            Eject(ref monitor, EjectionCause.Consecutive5xx, _settings.Consecutive5xx.EnforcingPercent, now);
            monitor.Run5xx = 0;
        }
    }

    private void CountConnection(ref HostMonitor monitor, bool isConnected, TimeSpan now)
    {
        monitor.Connections++;
        if (isConnected)
        {
            monitor.GoodConnections++;
            monitor.RunLocalOrigin = 0;
        }
        else if (++monitor.RunLocalOrigin == _thresholdLocalOrigin && !monitor.IsEjected)
        {
            Eject(ref monitor, EjectionCause.ConsecutiveLocalOriginFailure, _settings.ConsecutiveLocalOriginFailure.EnforcingPercent, now);
            monitor.RunLocalOrigin = 0;
        }
    }

    private ref HostMonitor Monitor(int host)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)host, (uint)_count, nameof(host));
        return ref _hosts[host];
    }
}

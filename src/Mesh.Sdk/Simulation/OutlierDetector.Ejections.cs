namespace Mesh.Sdk.Simulation;

/// <content>Ejections and sweeps: specification 7.3 and 7.4.</content>
public sealed partial class OutlierDetector
{
    /// <summary>Gets whether the limit allows one more ejection now.</summary>
    public bool AllowsEjection =>
        _present > 0
        && ((_settings.AlwaysEjectsOneHost && EjectedHosts == 0)
            || (_settings.Counting == EjectionCounting.FirstAlways
                ? EjectedHosts == 0 || 100L * EjectedHosts < (long)MaxPercent * _present
                : 100L * (EjectedHosts + 1) <= (long)MaxPercent * _present));

    private int MaxPercent => Math.Clamp(_settings.MaxEjectionPercent, 0, 100);

    /// <summary>Does what happens at the end of each interval: hosts whose time is up return, rates are compared, multipliers shrink.</summary>
    /// <param name="now">Time since the start.</param>
    public void Sweep(TimeSpan now)
    {
        for (int i = 0; i < _count; i++)
        {
            ref HostMonitor host = ref _hosts[i];
            if (host.IsEjected && now - host.EjectedAt >= TimeOut(host))
            {
                host.IsEjected = false;
                host.ReturnedAt = now;
                host.ResetRuns();
                EjectedHosts--;
            }
        }

        CompareRates(now);
        foreach (ref HostMonitor host in _hosts.AsSpan(0, _count))
        {
            host.ResetVolumes();
            if (host is { IsEjected: false, Multiplier: > 0 } && (host.ReturnedAt is not { } at || now - at >= _settings.Interval))
            {
                host.Multiplier--;
            }
        }
    }

    /// <summary>Returns when the time of an ejected host is up; it returns at the first sweep from then on.</summary>
    /// <returns><see langword="null"/> if the host is not ejected.</returns>
    public TimeSpan? EndOfEjection(int host) => Monitor(host) is { IsEjected: true } monitor ? monitor.EjectedAt + TimeOut(monitor) : null;

    /// <summary>Ejects a host as if a detector had fired, if the limit allows.</summary>
    internal bool Fire(int host, EjectionCause cause, TimeSpan now)
    {
        ref HostMonitor monitor = ref Monitor(host);
        if (!monitor.IsEjected)
        {
            Eject(ref monitor, cause, 100, now);
        }

        return monitor.IsEjected;
    }

    private void Eject(ref HostMonitor host, EjectionCause cause, int enforcingPercent, TimeSpan now)
    {
        if (!AllowsEjection)
        {
            EjectionsOverflow++;
            return;
        }

        bool isEnforced = enforcingPercent >= 100 || (enforcingPercent > 0 && _random.Next() % 100 < (ulong)enforcingPercent);
        if (!isEnforced || host.IsGone)
        {
            return;
        }

        host.IsEjected = true;
        host.EjectedAt = now;
        if (host.Multiplier * _settings.BaseEjectionTime < _settings.LongestEjection + _settings.BaseEjectionTime)
        {
            host.Multiplier++;
        }

        long jitter = (long)_settings.MaxEjectionTimeJitter.TotalMilliseconds;
        host.Jitter = jitter > 0 ? TimeSpan.FromMilliseconds(_random.Next() % (ulong)(jitter + 1)) : TimeSpan.Zero;
        EjectedHosts++;
        LastCause = cause;
    }

    private TimeSpan TimeOut(in HostMonitor host)
    {
        TimeSpan grown = host.Multiplier * _settings.BaseEjectionTime;
        return (grown < _settings.LongestEjection ? grown : _settings.LongestEjection) + host.Jitter;
    }

    private void CompareRates(TimeSpan now)
    {
        bool isEnforced = _settings.SuccessRate.EnforcingPercent > 0 || _settings.FailurePercentage.EnforcingPercent > 0;
        if (isEnforced)
        {
            Compare(
                isLocalOrigin: false,
                (EjectionCause.SuccessRate, _settings.SuccessRate),
                (EjectionCause.FailurePercentage, _settings.FailurePercentage),
                now);
        }

        if (_settings.SplitsExternalLocalOriginErrors)
        {
            Compare(
                isLocalOrigin: true,
                (EjectionCause.LocalOriginSuccessRate, _settings.SuccessRate with { EnforcingPercent = _settings.EnforcingLocalOriginSuccessRatePercent }),
                (EjectionCause.LocalOriginFailurePercentage, _settings.FailurePercentage with { EnforcingPercent = _settings.EnforcingFailurePercentageLocalOriginPercent }),
                now);
        }
    }

    private void Compare(bool isLocalOrigin, (EjectionCause Cause, RateDetector Detector) success, (EjectionCause Cause, RateDetector Detector) failure, TimeSpan now)
    {
        (int Host, double Rate, long Volume)[] rates =
        [
            .. from i in Enumerable.Range(0, _count)
               let host = _hosts[i]
               let volume = isLocalOrigin ? host.Connections : host.Answers
               where !host.IsEjected && !host.IsGone && volume > 0
               select (i, 100.0 * (isLocalOrigin ? host.GoodConnections : host.GoodAnswers) / volume, volume),
        ];
        (int Host, double Rate, long Volume)[] comparable = [.. rates.Where(rate => rate.Volume >= success.Detector.RequestVolume)];
        if (comparable.Length > 0 && comparable.Length >= success.Detector.MinimumHosts)
        {
            SuccessRateThreshold threshold = SuccessRateThreshold.Of([.. comparable.Select(rate => rate.Rate)], success.Detector.Limit);
            EjectAll(comparable.Where(rate => threshold.IsOutlier(rate.Rate)), success.Cause, success.Detector.EnforcingPercent, now);
        }

        comparable = [.. rates.Where(rate => rate.Volume >= failure.Detector.RequestVolume)];
        if (comparable.Length > 0 && comparable.Length >= failure.Detector.MinimumHosts)
        {
            EjectAll(comparable.Where(rate => 100 - rate.Rate >= failure.Detector.Limit), failure.Cause, failure.Detector.EnforcingPercent, now);
        }
    }

    private void EjectAll(IEnumerable<(int Host, double Rate, long Volume)> outliers, EjectionCause cause, int enforcingPercent, TimeSpan now)
    {
        foreach ((int host, _, _) in outliers)
        {
            if (!_hosts[host].IsEjected)
            {
                Eject(ref _hosts[host], cause, enforcingPercent, now);
            }
        }
    }
}
